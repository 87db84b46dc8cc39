/* The floor: what an epoll server costs that frames once and writes the same bytes to everybody, and does nothing else.
 *
 *   floor PORT REST        REST: a file with what follows {"bench":[NUMBER,STAMP], in each event
 *
 * `all NUMBER` on standard input emits one event to every line and is answered by "{}".
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define MOST 65536
#define LONGEST 16000

static const char UPGRADED[] =
    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzhZRbK+xOo0=\r\n\r\n";
static const char OPEN[] = "0{\"sid\":\"f\",\"upgrades\":[],\"pingTimeout\":20000,\"pingInterval\":25000}";
static const char SEATED[] = "40{\"sid\":\"f\"}";

/* By descriptor: 0 none, 1 before the upgrade, 2 before its CONNECT, 3 seated. */
static char state[MOST];
static int highest;

static void drop(int fd)
{
    close(fd);
    state[fd] = 0;
}

static void put(int fd, const char *bytes, size_t length)
{
    size_t done = 0;
    while (done < length) {
        ssize_t wrote = send(fd, bytes + done, length - done, MSG_NOSIGNAL);
        if (wrote > 0)
            done += (size_t)wrote;
        else if (errno != EAGAIN && errno != EINTR) {
            drop(fd);
            return;
        }
    }
}

static size_t frame(char *out, const char *text, size_t length)
{
    out[0] = (char)0x81;
    if (length < 126) {
        out[1] = (char)length;
        memcpy(out + 2, text, length);
        return length + 2;
    }
    out[1] = 126;
    out[2] = (char)(length >> 8);
    out[3] = (char)(length & 0xff);
    memcpy(out + 4, text, length);
    return length + 4;
}

static void read_some(int fd)
{
    char in[4096], out[256];
    ssize_t got = recv(fd, in, sizeof in, 0);
    if (got <= 0) {
        if (got == 0 || (errno != EAGAIN && errno != EINTR))
            drop(fd);
        return;
    }
    if (state[fd] == 1) {
        /* Our own client's request comes in one piece. */
        put(fd, UPGRADED, sizeof UPGRADED - 1);
        put(fd, out, frame(out, OPEN, sizeof OPEN - 1));
        if (state[fd])
            state[fd] = 2;
    } else if (state[fd] == 2) {
        put(fd, out, frame(out, SEATED, sizeof SEATED - 1));
        if (state[fd])
            state[fd] = 3;
    }
}

static void emit(long number, const char *rest)
{
    static char text[LONGEST], out[LONGEST + 4];
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    int length = snprintf(text, sizeof text, "42[\"event\",{\"bench\":[%ld,%lld],%s]", number,
                          (long long)at.tv_sec * 1000000000 + at.tv_nsec, rest);
    size_t size = frame(out, text, (size_t)length);
    for (int fd = 0; fd <= highest; fd++)
        if (state[fd] == 3)
            put(fd, out, size);
    printf("{}\n");
    fflush(stdout);
}

int main(int argc, char **argv)
{
    static char rest[LONGEST - 200], command[256];
    struct rlimit limit;
    struct sockaddr_in where = {.sin_family = AF_INET};
    struct epoll_event wanted = {.events = EPOLLIN};
    int yes = 1, listener, epoll;
    FILE *file = argc == 3 ? fopen(argv[2], "r") : NULL;
    if (file == NULL) {
        fprintf(stderr, "floor PORT REST\n");
        return 2;
    }
    rest[fread(rest, 1, sizeof rest - 1, file)] = 0;
    fclose(file);
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    where.sin_port = htons((uint16_t)atoi(argv[1]));
    where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (bind(listener, (struct sockaddr *)&where, sizeof where) || listen(listener, 4096)) {
        perror("floor");
        return 1;
    }
    epoll = epoll_create1(0);
    wanted.data.fd = listener;
    epoll_ctl(epoll, EPOLL_CTL_ADD, listener, &wanted);
    wanted.data.fd = STDIN_FILENO;
    epoll_ctl(epoll, EPOLL_CTL_ADD, STDIN_FILENO, &wanted);
    for (;;) {
        struct epoll_event ready[512];
        int number = epoll_wait(epoll, ready, 512, -1);
        for (int i = 0; i < number; i++) {
            int fd = ready[i].data.fd;
            if (fd == STDIN_FILENO) {
                long round;
                if (fgets(command, sizeof command, stdin) == NULL || sscanf(command, "all %ld", &round) != 1)
                    return 0;
                emit(round, rest);
            } else if (fd == listener) {
                while ((fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK)) >= 0) {
                    if (fd >= MOST) {
                        close(fd);
                        continue;
                    }
                    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
                    state[fd] = 1;
                    highest = fd > highest ? fd : highest;
                    wanted.data.fd = fd;
                    epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &wanted);
                }
            } else if (state[fd]) {
                read_some(fd);
            }
        }
    }
}
