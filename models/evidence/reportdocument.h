// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/evidence/report.h"
#include "models/evidence/reportchart.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

namespace Trailglass {

struct ReportHeading
{
    QString text;
    int level = 1; ///< 1: of the report, 2: of a section, 3: of an event
};

struct ReportParagraph
{
    enum class Tone
    {
        Ordinary,
        Quiet, ///< explains what is above it
        Warning,
    };
    QString text;
    Tone tone = Tone::Ordinary;
};

/// Lines in letters of equal width, such as a signed note.
struct ReportLines
{
    QStringList lines;
};

/// A label and what it stands for.
struct ReportFact
{
    QString label;
    QStringList lines;
    bool isCode = false; ///< in letters of equal width
};

struct ReportFacts
{
    std::vector<ReportFact> facts;
};

struct ReportColumn
{
    enum class Kind
    {
        Text,
        Number,
        Share, ///< a bar from 0 to 1
        Words, ///< short ones of the program's own, broken between them alone where there is room
    };
    QString title;
    int weight = 1; ///< share of the width, > 0
    Kind kind = Kind::Text;
};

struct ReportCell
{
    std::vector<ReportTextRun> runs = {};
    int level = 0; ///< how far the text is in
    double share = 0; ///< of Kind::Share: 0 to 1
};

struct ReportTable
{
    std::vector<ReportColumn> columns;
    std::vector<std::vector<ReportCell>> rows; ///< each with a cell a column
    bool isDense = false; ///< in smaller letters: it has many columns
};

using ReportBlock =
    std::variant<ReportHeading, ReportParagraph, ReportLines, ReportFacts, ReportTable, ReportChart>;

/// What a report says, in order: the same for every form that it is written in.
struct ReportDocument
{
    QString title;
    QString caseText; ///< may be empty
    QString origin; ///< one line: program, author and time
    std::vector<ReportBlock> blocks;
};

/// Puts a report into words. Pure.
/// \thread any
[[nodiscard]] ReportDocument reportDocument(const Report &report);

/// How every text of a document is shown, whoever wrote it: control, bidi and invisible characters as tokens
/// (visibleText()), and no more combining marks on a letter than any script has. All of it can be written as XML. Doing it
/// twice changes nothing. Pure.
/// \thread any
[[nodiscard]] QString plainReportText(const QString &text);

/// The same of all runs of a cell.
[[nodiscard]] QString plainReportText(const ReportCell &cell);

/// A cell with one text.
[[nodiscard]] ReportCell reportCell(const QString &text);

} // namespace Trailglass
