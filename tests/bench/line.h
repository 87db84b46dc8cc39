/* One line to a server: a WebSocket that speaks Engine.IO 4 and Socket.IO 5, as bytes and nothing more. */
#ifndef LINE_H
#define LINE_H

#include <stddef.h>
#include <stdint.h>

enum state { AWAY, DIALLING, UPGRADING, OPENING, SEATED };

struct line {
    int fd;
    int place;            /* which line of all this is */
    enum state state;
    const char *cookie;   /* what its browser would send; may be empty */
    char *kept;           /* bytes of a frame that has not come whole yet */
    size_t have, room;
    long n;               /* the last number of its stream that it has seen */
    int back;             /* whether it has been told what it missed in this storm */
    long shown;           /* how many delivered injects it has seen */
    long sent;            /* how many answers it has sent so far */
    long asked;           /* the id of the acknowledgement it waits for; 0: none */
    int64_t asked_at;     /* ns of CLOCK_MONOTONIC */
};

/* What whoever uses a line hears of it. */
void on_seated(struct line *line);
void on_lost(struct line *line);
void on_event(struct line *line, const char *text, size_t length, int64_t at);
void on_ack(struct line *line, long id, const char *text, size_t length, int64_t at);

int64_t now_ns(void);

/* Begin to connect to 127.0.0.1:port; the result is heard through on_seated or on_lost. */
void dial(struct line *line, int epoll, int port);
void hang_up(struct line *line, int epoll);
/* Let a line go on when epoll says that it can. */
void serve(struct line *line, int epoll, int port, uint32_t events);
/* Send one text frame. Returns 0, or -1 where the line is lost. */
int say(struct line *line, const char *text, size_t length);

#endif
