/* Collects and prints problems. */
#include "diagnostics.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "utf8.h"

void diagnose(struct diagnostics *diagnostics, enum severity severity, struct place place,
              const char *format, ...)
{
    if (severity == SEVERITY_HINT && !diagnostics->shows_hints)
        return;
    diagnostics->error_count += severity == SEVERITY_ERROR;
    if (diagnostics->problem_count == PROBLEMS_SHOWN) {
        diagnostics->omitted_count++;
        diagnostics->omits_errors |= severity == SEVERITY_ERROR;
        return;
    }
    va_list arguments;
    va_start(arguments, format);
    va_list copy;
    va_copy(copy, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    struct problem *problem = &diagnostics->problems[diagnostics->problem_count];
    size_t size = length < 0 ? 1 : (size_t)length + 1;
    *problem =
        (struct problem){severity, place, diagnostics->problem_count++, memory_allocate(size, 1)};
    vsnprintf(problem->message, size, format, copy);
    va_end(copy);
}

static int compare_problems(const void *left, const void *right)
{
    const struct problem *a = left, *b = right;
    if (a->place.line != b->place.line)
        return a->place.line < b->place.line ? -1 : 1;
    if (a->place.column != b->place.column)
        return a->place.column < b->place.column ? -1 : 1;
    return a->number < b->number ? -1 : 1;
}

/* Control characters, and those that reorder text or break lines. */
static bool is_control(uint32_t character)
{
    static const uint32_t ranges[][2] = {
        {0, 0x1F},        {0x7F, 0x9F},     {0x61C, 0x61C},   {0x200E, 0x200F},
        {0x2028, 0x202E}, {0x2066, 0x2069}, {0xFEFF, 0xFEFF},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (character >= ranges[i][0] && character <= ranges[i][1])
            return true;
    return false;
}

/*
 * What a document or a file name holds stays on the line and drives no terminal: control
 * characters, and bytes that are no UTF-8, are shown as \x1B.
 */
static void print_text(FILE *out, const char *text)
{
    size_t left = strlen(text);
    while (left > 0) {
        size_t length = utf8_length(text, left);
        bool is_shown = length == 0 || is_control(utf8_decode(text));
        if (length == 0)
            length = 1;
        for (size_t i = 0; is_shown && i < length; i++)
            fprintf(out, "\\x%02X", (unsigned)(unsigned char)text[i]);
        if (!is_shown)
            fwrite(text, 1, length, out);
        text += length;
        left -= length;
    }
}

static const char *severity_word(bool is_error)
{
    return is_error ? "error" : "warning";
}

static void print_problem(FILE *out, const struct problem *problem)
{
    struct place place = problem->place;
    print_text(out, place.file);
    putc(':', out);
    if (place.line > 0)
        fprintf(out, "%u:", place.line);
    if (place.column > 0)
        fprintf(out, "%u:", place.column);
    fprintf(out, " %s: ", severity_word(problem->severity == SEVERITY_ERROR));
    print_text(out, problem->message);
    putc('\n', out);
}

static void print_omitted(const struct diagnostics *diagnostics)
{
    print_text(diagnostics->out, diagnostics->problems[0].place.file);
    fprintf(diagnostics->out, ": %s: %zu more problems are not shown\n",
            severity_word(diagnostics->omits_errors), diagnostics->omitted_count);
}

void diagnostics_flush(struct diagnostics *diagnostics)
{
    struct problem *problems = diagnostics->problems;
    qsort(problems, diagnostics->problem_count, sizeof *problems, compare_problems);
    for (size_t i = 0; i < diagnostics->problem_count; i++)
        print_problem(diagnostics->out, &problems[i]);
    if (diagnostics->omitted_count > 0)
        print_omitted(diagnostics);
    for (size_t i = 0; i < diagnostics->problem_count; i++)
        free(problems[i].message);
    diagnostics->problem_count = diagnostics->omitted_count = 0;
    diagnostics->omits_errors = false;
}
