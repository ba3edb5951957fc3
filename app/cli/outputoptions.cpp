// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/outputoptions.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/query/sortorder.h"

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

Result<OutputFormat> formatOf(const QString &name, const QStringList &known)
{
    if (!known.contains(name)) {
        return Error{
            ErrorKind::Usage,
            inSequence(tr("There is no format “%1”.").arg(visibleText(name)), nameSuggestion(name, known))};
    }
    return name == "table"_L1 ? OutputFormat::Table
        : name == "csv"_L1    ? OutputFormat::Csv
                              : OutputFormat::Ndjson;
}

} // namespace

ExportPlan OutputOptions::plan() const
{
    ExportPlan plan;
    plan.format = format == OutputFormat::Csv ? ExportFormat::Csv : ExportFormat::Ndjson;
    plan.columns = columns;
    return plan;
}

Result<OutputOptions> readOutputOptions(const CommandLine::Arguments &arguments, const QString &defaultFormat,
                                        const QStringList &formats)
{
    OutputOptions output;
    TRY(const auto format, formatOf(arguments.value(u"format"_s, defaultFormat), formats));
    output.format = format;
    if (arguments.has(u"columns"_s)) {
        TRY(auto columns, parseColumns(arguments.value(u"columns"_s)));
        output.columns = std::move(columns);
    }
    TRY(auto order,
        arguments.has(u"sort"_s) ? parseSortOrder(arguments.value(u"sort"_s))
                                 : Result<SortOrder>(defaultSortOrder()));
    output.order = std::move(order);
    return output;
}

QList<CommandLine::OptionSpecification> outputOptionSpecifications(const QString &formats)
{
    return {
        {u"columns"_s, u"LIST"_s,
         tr("fields and @paths, separated by commas: created,actor,@details.new_value")},
        {u"sort"_s, u"KEYS"_s, tr("fields and @paths, - for descending (default: -created, newest first)")},
        {u"format"_s, formats, tr("output format (default: %1)").arg(formats.section(u'|', 0, 0))}};
}

QString gapSentence(const QString &source, const TimeWindow &window)
{
    return tr("%1: not synced from %2 to %3, so events may be missing")
        .arg(visibleText(source), toQString(formatTime(*window.from)), toQString(formatTime(*window.to)));
}

} // namespace Trailglass
