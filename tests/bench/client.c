/* A crowd of light clients on one core, told what to do line by line on standard input; each command is answered by one
 * line of JSON.
 *
 *   client PORT LINES [COOKIES]        COOKIES: a file with one cookie a line
 *
 *   connect FROM TO AT_ONCE            seat these lines, so many in flight
 *   storm                              cut all lines, let all come back at once, ask for what was missed; who is not
 *                                      let in tries again each second, as a browser does
 *   expect NUMBER                      hear the emission of this number from now on: {"bench":[NUMBER,STAMP],…}
 *   round NUMBER EXPECTED              wait until so many lines have it
 *   latencies                          what all rounds since the last time took, and forget them
 *   answer IN_FLIGHT MS ASKS DUE       answer questions in a closed loop; wait for DUE delivered injects beside it
 *   burst LINES ASKS                   one answer of each line, all at once
 *   due                                when each inject came to how many lines, and forget them
 *   shown INJECTS                      wait until each line has seen so many delivered
 *   wait MS                            only listen
 */
#define _GNU_SOURCE
#include "line.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <unistd.h>

#define MOST_DUE 4000
#define MOST_SAMPLES 4000000
#define PATIENCE 60000000000LL
#define RESUME_ID 1

static struct line *lines;
static int count, port, epoll, seated, lost, resumed, storming;
static uint32_t *samples;
static size_t sampled;
static long round_wanted, round_got, round_last;
static uint32_t *acks;
static size_t acked, ack_refused;
static char refusal[160];
static long asks, run;
static int answering, next_line;
static struct { long got; int64_t first, last; uint32_t *at; } due[MOST_DUE];

static void sample(uint32_t *where, size_t *number, int64_t ns)
{
    if (*number < MOST_SAMPLES)
        where[(*number)++] = ns < 0 ? 0 : (uint32_t)(ns / 1000);
}

static int smaller(const void *one, const void *two)
{
    uint32_t a = *(const uint32_t *)one, b = *(const uint32_t *)two;
    return (a > b) - (a < b);
}

/* The value below which so many of a thousand lie, in microseconds; sorts. */
static double part(uint32_t *values, size_t number, int thousandths)
{
    if (number == 0)
        return -1;
    qsort(values, number, sizeof *values, smaller);
    size_t place = (number * (size_t)thousandths + 999) / 1000;
    return values[place ? place - 1 : 0];
}

static void next_answer(void)
{
    static const char words[] =
        "We cut the two floors off the network, keep the machines running for the investigators, ask the bank for an "
        "hour, and tell the response team and the minister what we know and what we do not.";
    char said[640];
    for (int tried = 0; tried < count; tried++) {
        struct line *line = &lines[next_line];
        next_line = (next_line + 1) % count;
        if (line->state != SEATED || line->asked)
            continue;
        line->sent++;
        line->asked = line->sent + RESUME_ID;
        int length = snprintf(said, sizeof said,
            "42%ld[\"send_response\",{\"inject\":\"a%02ld\",\"id\":\"b%ld-%d-%ld\",\"content\":{\"text\":\"%s\"}}]",
            line->asked, (line->place + line->sent) % asks, run, line->place, line->sent, words);
        line->asked_at = now_ns();
        if (say(line, said, (size_t)length) < 0)
            line->asked = 0;
        return;
    }
}

void on_seated(struct line *line)
{
    char said[64];
    seated++;
    if (storming) {
        int length = snprintf(said, sizeof said, "42%d[\"resume\",{\"n\":%ld}]", RESUME_ID, line->n);
        if (say(line, said, (size_t)length) < 0)
            lost++;
    }
}

void on_lost(struct line *line)
{
    (void)line;
    lost++;
}

static void note_due(const char *text, size_t length, int64_t at)
{
    const char *found = memmem(text, length, "\"inject\":{\"id\":\"d", 17);
    long place = found ? strtol(found + 17, NULL, 10) : -1;
    if (place < 0 || place >= MOST_DUE)
        return;
    if (due[place].at == NULL && (due[place].at = malloc(sizeof(uint32_t) * (size_t)count)) == NULL)
        exit(1);
    if (due[place].got == 0)
        due[place].first = at;
    if (due[place].got < count)
        due[place].at[due[place].got++] = (uint32_t)((at - due[place].first) / 1000);
    due[place].last = at;
}

void on_event(struct line *line, const char *text, size_t length, int64_t at)
{
    size_t front = length < 200 ? length : 200;
    const char *found = memmem(text, front, "\"bench\":[", 9);
    if (found) {
        char *rest = NULL;
        long number = strtol(found + 9, &rest, 10);
        int64_t took = at - strtoll(rest + 1, NULL, 10);
        if (number == round_wanted) {
            round_got++;
            if (took / 1000 > round_last)
                round_last = took / 1000;
            sample(samples, &sampled, took);
        }
        return;
    }
    found = memmem(text, front, "\"n\":", 4);
    if (found) {
        long n = strtol(found + 4, NULL, 10);
        if (n > line->n)
            line->n = n;
        if (memmem(text, front, "\"inject_delivered\"", 18)) {
            line->shown++;
            note_due(text, length, at);
        }
    }
}

void on_ack(struct line *line, long id, const char *text, size_t length, int64_t at)
{
    size_t front = length < 160 ? length : 160;
    int wrong = memmem(text, front, "\"error\"", 7) != NULL;
    if (wrong && !*refusal)
        snprintf(refusal, sizeof refusal, "%.*s", (int)front, text);
    if (id == RESUME_ID) {
        const char *found = wrong ? NULL : memmem(text, front, "\"n\":", 4);
        if (found)
            line->n = strtol(found + 4, NULL, 10);
        resumed += !wrong && !line->back;
        line->back |= !wrong;
        return;
    }
    if (line->asked != id)
        return;
    line->asked = 0;
    if (wrong)
        ack_refused++;
    else
        sample(acks, &acked, at - line->asked_at);
    if (answering)
        next_answer();
}

/* Listen for so long at most. */
static void turn(int ms)
{
    struct epoll_event ready[512];
    int number = epoll_wait(epoll, ready, 512, ms);
    for (int i = 0; i < number; i++)
        if (ready[i].data.ptr)
            serve(ready[i].data.ptr, epoll, port, ready[i].events);
}

static void seat(int from, int to, int at_once)
{
    int64_t begin = now_ns();
    int dialled = from;
    seated = lost = resumed = 0;
    while (seated + lost < to - from && now_ns() - begin < PATIENCE) {
        while (dialled < to && dialled - from - seated - lost < at_once)
            dial(&lines[dialled++], epoll, port);
        turn(100);
    }
    printf("{\"seated\":%d,\"lost\":%d,\"seconds\":%.4f}\n", seated, lost, (double)(now_ns() - begin) / 1e9);
}

static void storm(void)
{
    int64_t begin = now_ns(), tried;
    int there = 0;
    for (int i = 0; i < count; i++)
        if (lines[i].state == SEATED) {
            hang_up(&lines[i], epoll);
            lines[i].back = 0;
            there = i + 1;
        }
    while (now_ns() - begin < 3000000000LL)
        turn(100);
    seated = lost = resumed = 0;
    storming = 1;
    begin = now_ns();
    for (tried = 0; resumed < there && now_ns() - begin < PATIENCE; turn(100)) {
        if (now_ns() - tried < 1000000000LL)
            continue;
        tried = now_ns();
        for (int i = 0; i < there; i++)
            if (lines[i].state == AWAY)
                dial(&lines[i], epoll, port);
    }
    storming = 0;
    printf("{\"seated\":%d,\"lost\":%d,\"resumed\":%d,\"seconds\":%.4f}\n", seated, lost, resumed,
           (double)(now_ns() - begin) / 1e9);
}

static void wait_round(long number, long expected)
{
    int64_t begin = now_ns();
    while (round_got < expected && now_ns() - begin < 15000000000LL)
        turn(100);
    printf("{\"round\":%ld,\"got\":%ld,\"last_us\":%ld}\n", number, round_got, round_last);
}

static void wait_shown(long injects)
{
    int64_t begin = now_ns();
    int waiting = 1;
    while (waiting && now_ns() - begin < PATIENCE) {
        turn(100);
        waiting = 0;
        for (int i = 0; i < count; i++)
            waiting += lines[i].state == SEATED && lines[i].shown < injects;
    }
    printf("{\"waiting\":%d}\n", waiting);
}

static void tell_latencies(void)
{
    printf("{\"samples\":%zu,\"p50_us\":%.0f,\"p99_us\":%.0f,\"max_us\":%.0f}\n", sampled, part(samples, sampled, 500),
           part(samples, sampled, 990), part(samples, sampled, 1000));
    sampled = 0;
}

static void tell_acks(int64_t begin)
{
    double took = (double)(now_ns() - begin) / 1e9;
    printf("{\"acks\":%zu,\"refused\":%zu,\"seconds\":%.4f,\"p50_us\":%.0f,\"p99_us\":%.0f,\"max_us\":%.0f,"
           "\"lost\":%d}\n", acked, ack_refused, took, part(acks, acked, 500), part(acks, acked, 990),
           part(acks, acked, 1000), lost);
    if (*refusal)
        fprintf(stderr, "refused: %s\n", refusal);
    *refusal = 0;
}

static int whole(long wanted)
{
    long delivered = 0, there = 0;
    for (int i = 0; i < count; i++)
        there += lines[i].state == SEATED;
    for (int i = 0; i < MOST_DUE && i < wanted; i++)
        delivered += due[i].got >= there;
    return delivered >= wanted;
}

static void answer(int in_flight, long ms, long of, long wanted)
{
    int64_t begin = now_ns(), end = begin + ms * 1000000;
    acked = ack_refused = 0;
    run++;
    asks = of;
    answering = 1;
    for (int i = 0; i < in_flight; i++)
        next_answer();
    while (now_ns() < end && !(wanted && whole(wanted)))
        turn(20);
    answering = 0;
    tell_acks(begin);
    /* What is still on its way belongs to nobody. */
    for (int64_t rest = now_ns() + 3000000000LL; now_ns() < rest;) {
        int waiting = 0;
        for (int i = 0; i < count; i++)
            waiting += lines[i].state == SEATED && lines[i].asked;
        if (!waiting)
            break;
        turn(20);
    }
}

static void burst(int number, long of)
{
    int64_t begin = now_ns();
    acked = ack_refused = 0;
    run++;
    asks = of;
    next_line = 0;
    for (int i = 0; i < number; i++)
        next_answer();
    while (acked + ack_refused < (size_t)number && now_ns() - begin < PATIENCE)
        turn(100);
    tell_acks(begin);
}

static void tell_due(void)
{
    printf("[");
    for (int i = 0, told = 0; i < MOST_DUE; i++) {
        if (!due[i].got)
            continue;
        printf("%s{\"place\":%d,\"got\":%ld,\"first_ns\":%lld,\"last_ns\":%lld,\"p50_us\":%.0f,\"p99_us\":%.0f}",
               told++ ? "," : "", i, due[i].got, (long long)due[i].first, (long long)due[i].last,
               part(due[i].at, (size_t)due[i].got, 500), part(due[i].at, (size_t)due[i].got, 990));
        due[i].got = 0;
    }
    printf("]\n");
}

static int obey(const char *command)
{
    long a = 0, b = 0, c = 0, d = 0;
    if (sscanf(command, "connect %ld %ld %ld", &a, &b, &c) == 3 && a >= 0 && a <= b && b <= count) {
        seat((int)a, (int)b, (int)c);
    } else if (!strncmp(command, "storm", 5)) {
        storm();
    } else if (sscanf(command, "expect %ld", &a) == 1) {
        round_wanted = a;
        round_got = round_last = 0;
        printf("{}\n");
    } else if (sscanf(command, "round %ld %ld", &a, &b) == 2) {
        wait_round(a, b);
    } else if (!strncmp(command, "latencies", 9)) {
        tell_latencies();
    } else if (sscanf(command, "answer %ld %ld %ld %ld", &a, &b, &c, &d) == 4 && c > 0) {
        answer((int)a, b, c, d);
    } else if (sscanf(command, "burst %ld %ld", &a, &b) == 2 && b > 0) {
        burst((int)a, b);
    } else if (!strncmp(command, "due", 3)) {
        tell_due();
    } else if (sscanf(command, "shown %ld", &a) == 1) {
        wait_shown(a);
    } else if (sscanf(command, "wait %ld", &a) == 1) {
        for (int64_t end = now_ns() + a * 1000000; now_ns() < end;)
            turn(20);
        printf("{\"lost\":%d}\n", lost);
    } else {
        fprintf(stderr, "client: no command: %s", command);
        return 1;
    }
    fflush(stdout);
    return 0;
}

static void read_cookies(const char *path)
{
    char *text = NULL;
    size_t room = 0;
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        perror(path);
        exit(1);
    }
    for (int i = 0; i < count; i++) {
        ssize_t length = getline(&text, &room, file);
        if (length <= 0) {
            fprintf(stderr, "client: %s has fewer than %d cookies\n", path, count);
            exit(1);
        }
        text[strcspn(text, "\r\n")] = 0;
        if ((lines[i].cookie = strdup(text)) == NULL)
            exit(1);
    }
    free(text);
    fclose(file);
}

int main(int argc, char **argv)
{
    struct rlimit limit;
    struct epoll_event input = {.events = EPOLLIN, .data.ptr = NULL};
    static char command[256];
    size_t have = 0;
    if (argc < 3 || argc > 4 || (port = atoi(argv[1])) <= 0 || (count = atoi(argv[2])) <= 0) {
        fprintf(stderr, "client PORT LINES [COOKIES]\n");
        return 2;
    }
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    lines = calloc((size_t)count, sizeof *lines);
    samples = malloc(sizeof *samples * MOST_SAMPLES);
    acks = malloc(sizeof *acks * MOST_SAMPLES);
    if (!lines || !samples || !acks)
        return 1;
    for (int i = 0; i < count; i++) {
        lines[i].place = i;
        lines[i].cookie = "";
    }
    if (argc == 4)
        read_cookies(argv[3]);
    epoll = epoll_create1(EPOLL_CLOEXEC);
    epoll_ctl(epoll, EPOLL_CTL_ADD, STDIN_FILENO, &input);
    for (;;) {
        /* Lines are served also between two commands: a heartbeat waits for nobody. */
        struct epoll_event ready[256];
        int number = epoll_wait(epoll, ready, 256, -1), told = 0;
        for (int i = 0; i < number; i++) {
            if (ready[i].data.ptr)
                serve(ready[i].data.ptr, epoll, port, ready[i].events);
            else
                told = 1;
        }
        if (!told)
            continue;
        ssize_t got = read(STDIN_FILENO, command + have, sizeof command - 1 - have);
        if (got <= 0)
            return 0;
        have += (size_t)got;
        command[have] = 0;
        char *end;
        while ((end = strchr(command, '\n')) != NULL) {
            char one[256];
            size_t length = (size_t)(end + 1 - command);
            memcpy(one, command, length);
            one[length] = 0;
            memmove(command, end + 1, have - length + 1);
            have -= length;
            if (obey(one))
                return 1;
        }
    }
}
