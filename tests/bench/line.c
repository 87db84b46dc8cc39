/* One line to a server: connecting, frames, heartbeats. What is said on it is heard through the functions of line.h. */
#define _GNU_SOURCE
#include "line.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define BUFFER (1 << 18)
#define LONGEST_SAID 4096

static char shared[BUFFER];

int64_t now_ns(void)
{
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    return (int64_t)at.tv_sec * 1000000000 + at.tv_nsec;
}

void dial(struct line *line, int epoll, int port)
{
    struct sockaddr_in where = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    struct epoll_event wanted = {.events = EPOLLOUT, .data.ptr = line};
    int yes = 1;
    where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    line->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (line->fd < 0) {
        perror("socket");
        exit(1);
    }
    setsockopt(line->fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    line->state = DIALLING;
    line->have = 0;
    line->asked = 0;
    if (connect(line->fd, (struct sockaddr *)&where, sizeof where) < 0 && errno != EINPROGRESS) {
        close(line->fd);
        line->state = AWAY;
        on_lost(line);
        return;
    }
    epoll_ctl(epoll, EPOLL_CTL_ADD, line->fd, &wanted);
}

void hang_up(struct line *line, int epoll)
{
    if (line->state == AWAY)
        return;
    epoll_ctl(epoll, EPOLL_CTL_DEL, line->fd, NULL);
    close(line->fd);
    line->state = AWAY;
}

static void lose(struct line *line, int epoll, const char *why)
{
    static int told;
    if (told++ < 5)
        fprintf(stderr, "client: line %d is lost: %s\n", line->place, why);
    hang_up(line, epoll);
    on_lost(line);
}

static int put(struct line *line, const char *bytes, size_t length)
{
    /* So little is on its way that a kernel's buffer always takes it whole. */
    return send(line->fd, bytes, length, MSG_NOSIGNAL) == (ssize_t)length ? 0 : -1;
}

static int frame(struct line *line, int opcode, const char *text, size_t length)
{
    /* Masked, as clients must, by a mask of zeros: the bytes stay as they are. */
    char out[LONGEST_SAID + 8] = {0};
    size_t head = 2;
    if (length > LONGEST_SAID)
        return -1;
    out[0] = (char)(0x80 | opcode);
    if (length < 126) {
        out[1] = (char)(0x80 | length);
    } else {
        out[1] = (char)(0x80 | 126);
        out[2] = (char)(length >> 8);
        out[3] = (char)(length & 0xff);
        head = 4;
    }
    memcpy(out + head + 4, text, length);
    return put(line, out, head + 4 + length);
}

int say(struct line *line, const char *text, size_t length)
{
    return frame(line, 1, text, length);
}

static int upgrade(struct line *line, int port)
{
    char request[1024];
    int length = snprintf(request, sizeof request,
        "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\n"
        "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
        "Origin: http://127.0.0.1:%d\r\n%s%s%s\r\n",
        port, port, *line->cookie ? "Cookie: " : "", line->cookie, *line->cookie ? "\r\n" : "");
    return length > 0 && length < (int)sizeof request ? put(line, request, (size_t)length) : -1;
}

static int hear(struct line *line, const char *text, size_t length, int64_t at)
{
    char said[128];
    if (length == 0)
        return 0;
    if (text[0] == '2')
        return say(line, "3", 1);
    if (text[0] == '0') {
        int size = snprintf(said, sizeof said, "40{\"as\":\"team\",\"place\":%d}", line->place);
        return say(line, said, (size_t)size);
    }
    if (text[0] != '4' || length < 2)
        return text[0] == '6' ? 0 : -1;
    if (text[1] == '0' && line->state == OPENING) {
        line->state = SEATED;
        on_seated(line);
    } else if (text[1] == '2') {
        on_event(line, text, length, at);
    } else if (text[1] == '3') {
        char *rest = NULL;
        long id = strtol(text + 2, &rest, 10);
        on_ack(line, id, rest, length - (size_t)(rest - text), at);
    } else if (text[1] == '1' || text[1] == '4') {
        return -1;
    }
    return 0;
}

/* Take whole frames from the front; returns how many bytes were taken, -1 where the line has to go. */
static ssize_t take(struct line *line, const char *bytes, size_t length, int64_t at)
{
    size_t done = 0;
    while (length - done >= 2) {
        const unsigned char *head = (const unsigned char *)bytes + done;
        size_t size = head[1] & 0x7f, skip = 2;
        if (size == 126) {
            if (length - done < 4)
                break;
            size = (size_t)head[2] << 8 | head[3];
            skip = 4;
        } else if (size == 127) {
            if (length - done < 10)
                break;
            size = 0;
            for (int i = 2; i < 10; i++)
                size = size << 8 | head[i];
            skip = 10;
        }
        if (head[0] == 0x88 || (head[0] != 0x81 && head[0] != 0x89))
            return -1;
        if (length - done < skip + size)
            break;
        if (head[0] == 0x89) {
            if (frame(line, 0xA, bytes + done + skip, size) < 0)
                return -1;
        } else if (hear(line, bytes + done + skip, size, at) < 0 || line->state == AWAY) {
            return -1;
        }
        done += skip + size;
    }
    return (ssize_t)done;
}

static void keep(struct line *line, const char *bytes, size_t length)
{
    if (length + 1 > line->room) {
        line->room = length + 4096;
        line->kept = realloc(line->kept, line->room);
        if (line->kept == NULL)
            exit(1);
    }
    memmove(line->kept, bytes, length);
    line->have = length;
}

static void read_some(struct line *line, int epoll)
{
    if (line->have)
        memcpy(shared, line->kept, line->have);
    ssize_t got = recv(line->fd, shared + line->have, BUFFER - 1 - line->have, 0);
    int64_t at = now_ns();
    size_t length = line->have + (size_t)(got > 0 ? got : 0), begin = 0;
    if (got <= 0) {
        if (got == 0 || (errno != EAGAIN && errno != EINTR))
            lose(line, epoll, got ? strerror(errno) : "closed by the server");
        return;
    }
    shared[length] = 0;
    line->have = 0;
    if (line->state == UPGRADING) {
        char *end = memmem(shared, length, "\r\n\r\n", 4);
        if (end == NULL) {
            keep(line, shared, length);
            return;
        }
        if (strncmp(shared, "HTTP/1.1 101", 12) != 0) {
            lose(line, epoll, "not upgraded");
            return;
        }
        line->state = OPENING;
        begin = (size_t)(end + 4 - shared);
    }
    ssize_t taken = take(line, shared + begin, length - begin, at);
    if (taken < 0) {
        if (line->state != AWAY)
            lose(line, epoll, "told to go, or spoken to in no known way");
        return;
    }
    begin += (size_t)taken;
    if (begin < length)
        keep(line, shared + begin, length - begin);
}

void serve(struct line *line, int epoll, int port, uint32_t events)
{
    if (line->state == AWAY)
        return;
    if (line->state == DIALLING) {
        struct epoll_event wanted = {.events = EPOLLIN, .data.ptr = line};
        int wrong = 0;
        socklen_t size = sizeof wrong;
        getsockopt(line->fd, SOL_SOCKET, SO_ERROR, &wrong, &size);
        if (wrong || upgrade(line, port) < 0) {
            lose(line, epoll, wrong ? strerror(wrong) : "the request could not be sent");
            return;
        }
        line->state = UPGRADING;
        epoll_ctl(epoll, EPOLL_CTL_MOD, line->fd, &wanted);
        return;
    }
    if (events & (EPOLLIN | EPOLLHUP | EPOLLERR))
        read_some(line, epoll);
}
