// What the standard library asks Windows for random numbers with, for a Wine that has no such library yet (before 8.3).
// Windows keeps its own, whatever lies beside a program; this one is for tests and handed on to nobody.
#include <stddef.h>

__declspec(dllimport) unsigned char __stdcall SystemFunction036(void *into, unsigned long length);

__declspec(dllexport) int __stdcall ProcessPrng(unsigned char *into, size_t length) {
    return SystemFunction036(into, (unsigned long)length);
}
