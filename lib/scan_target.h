/*
 * ACT_TARGET_BEGIN("avx2") compiles the functions after it for processors that have AVX2, until
 * ACT_TARGET_END. Only what has asked the processor may call them.
 */
#ifndef ACTDIAG_SCAN_TARGET_H
#define ACTDIAG_SCAN_TARGET_H

#define ACT_TARGET_PRAGMA(text) _Pragma(#text)

#ifdef __clang__
#define ACT_TARGET_BEGIN(names)                                                                    \
    ACT_TARGET_PRAGMA(clang attribute push(__attribute__((target(names))), apply_to = function))
#define ACT_TARGET_END _Pragma("clang attribute pop")
#else
#define ACT_TARGET_BEGIN(names) _Pragma("GCC push_options") ACT_TARGET_PRAGMA(GCC target(names))
#define ACT_TARGET_END _Pragma("GCC pop_options")
#endif

#endif
