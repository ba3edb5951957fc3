// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/filter/completion.h"
#include "models/filter/scanner.h"

namespace Trailglass::Filter {

/// Reads an expression up to a cursor and determines what the cursor is in. For one use.
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
    void readPath();
    bool takePathPart();
    bool takeQuotedName();
    void readValues();
    void readParenthesizedValues();
    bool readSeparator();
    void readValue();
    void skipOtherValues();
    void readRegex();
    void readBareValue();
    void readQuotedValue();
    void readBrokenQuote(qsizetype start);

    /// Whether the cursor is not after the text read so far: then the scan is complete.
    [[nodiscard]] bool isReached() const { return m_cursor <= m_scanner.position(); }
    void endHere() { m_isFound = m_isFound || isReached(); }
    void foundName(qsizetype start, qsizetype end, bool hasOperator);
    void foundPath(qsizetype start, qsizetype end, bool hasOperator);
    void foundPathOfTerm(qsizetype start, qsizetype end);
    void foundValue(qsizetype start, qsizetype end, const QString &typed);
    void foundEmpty(CompletionPlace::Kind kind);

    QStringView m_text;
    qsizetype m_cursor;
    Scanner m_scanner;
    CompletionPlace m_place;
    CompletionPlace m_term; ///< the place of a value of the current term; Nothing for an unknown field
    bool m_isInParentheses = false; ///< the values of the current term are
    bool m_takesLists = false; ///< whether the current term does
    bool m_isFound = false;
    bool m_isNegated = false;
};

} // namespace Trailglass::Filter
