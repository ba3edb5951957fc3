// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <random>
#include <string>
#include <vector>

namespace Trailglass {

/// Makes broken documents out of good ones. The same seed gives the same texts.
class Mutator
{
public:
    /// \param corpus  not empty
    Mutator(std::vector<std::string> corpus, std::uint64_t seed);

    /// A text of the corpus with one to six changes.
    [[nodiscard]] std::string next();

private:
    void change(std::string &text);
    [[nodiscard]] std::size_t below(std::size_t end) { return m_random() % end; }

    std::vector<std::string> m_corpus;
    std::mt19937_64 m_random;
};

} // namespace Trailglass
