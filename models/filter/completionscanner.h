// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/completion.h"
#include "models/filter/scanner.h"

namespace Trailglass::Filter {

/// Walks through an expression up to a cursor, and says what it stands in. Used once.
/// \thread any
class CompletionScanner
{
public:
    /// \param text  outlives the scanner
    CompletionScanner(QStringView text, qsizetype cursor);

    [[nodiscard]] CompletionPlace place();

private:
    void step();
    void readTerm();
    void readWord();
    void readValues();
    void readParenthesizedValues();
    bool readSeparator();
    void readValue();
    void readRegex();
    void readBareValue();
    void readQuotedValue();
    void readBrokenQuote(qsizetype start);

    /// Whether the cursor is behind nothing that was read: then the walk is over.
    [[nodiscard]] bool isReached() const { return m_cursor <= m_scanner.position(); }
    void endHere() { m_isFound = m_isFound || isReached(); }
    void foundName(qsizetype start, qsizetype end, bool hasOperator);
    void foundValue(qsizetype start, qsizetype end, const QString &typed);
    void foundEmpty(CompletionPlace::Kind kind);

    QStringView m_text;
    qsizetype m_cursor;
    Scanner m_scanner;
    CompletionPlace m_place;
    CompletionPlace m_term; ///< what a value of the term being read would be; Nothing for an unknown field
    bool m_takesLists = false; ///< the term being read
    bool m_isFound = false;
    bool m_isNegated = false;
};

} // namespace Trailglass::Filter
