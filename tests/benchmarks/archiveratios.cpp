// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/benchmarks/archiveratios.h"

#include <algorithm>
#include <cstdio>

namespace Trailglass::Benchmarks {

namespace {

constexpr double Least = 0.001; // seconds

double ratio(double seconds, double of)
{
    return std::max(seconds, Least) / std::max(of, Least);
}

} // namespace

void ArchiveRatios::print() const
{
    std::printf("\n| seconds | workspace | archive | plain table | archive, times the workspace | plain "
                "table, times the "
                "archive |\n|---|---|---|---|---|---|\n");
    for (const Row &row : m_rows) {
        std::printf("| %s | %.3f | %.3f |", row.what.c_str(), row.workspace, row.archive);
        if (row.plain)
            std::printf(" %.3f | %.1f | %.1f |\n", *row.plain, ratio(row.archive, row.workspace),
                        ratio(*row.plain, row.archive));
        else
            std::printf(" – | %.1f | – |\n", ratio(row.archive, row.workspace));
    }
    std::fflush(stdout);
}

} // namespace Trailglass::Benchmarks
