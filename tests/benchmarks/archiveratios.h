// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <optional>
#include <string>
#include <vector>

namespace Trailglass::Benchmarks {

/// How long the same questions take in different places, as a Markdown table with the ratios.
class ArchiveRatios
{
public:
    /// Seconds.
    struct Row
    {
        std::string what;
        double workspace = 0;
        double archive = 0;
        std::optional<double> plain = {}; ///< a plain table of the same server; nothing: it cannot be asked
    };

    void add(const Row &row) { m_rows.push_back(row); }

    /// What is below a millisecond counts as one.
    void print() const;

private:
    std::vector<Row> m_rows;
};

} // namespace Trailglass::Benchmarks
