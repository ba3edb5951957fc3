// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archivesql.h"
#include "models/filter/ast.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace Trailglass {

/// Conditions on one text, of which one must hold, as SQL that says the same in every version of the server: letters are
/// compared by our own tables, never by functions of the server for Unicode, case or patterns.
///
/// Exact for texts in form C; what ignores case knows no other form. No text that is empty meets any.
/// \thread any, one at a time
class TextTests
{
public:
    /// The same bytes.
    /// \pre not empty
    void addExact(std::string_view text) { m_exact.emplace_back(text); }
    /// Equal but for case.
    /// \pre not empty
    void addEqual(std::string_view text);
    /// In it, but for case.
    /// \pre not empty
    void addContained(std::string_view text);
    /// Fits as a whole, but for case.
    void addPattern(const Filter::TextValue &pattern);
    /// Found somewhere in a text that is not empty.
    /// \param pattern  for RE2, see re2Pattern()
    void addRegex(std::string pattern);

    [[nodiscard]] bool isEmpty() const { return m_exact.empty() && m_lower.empty() && m_others.empty(); }

    /// \param text  an expression for the text
    [[nodiscard]] ArchiveSql sql(const ArchiveSql &text) const;

private:
    using Test = std::function<ArchiveSql(const ArchiveSql &text)>;

    std::vector<std::string> m_exact;
    std::vector<std::string> m_lower; ///< equal once ASCII letters are small ones
    std::vector<Test> m_others;
};

} // namespace Trailglass
