// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/commandline/arguments.h"
#include "models/query/queryengine.h"
#include "models/workspace/exportplan.h"

#include <vector>

namespace Trailglass {

enum class OutputFormat
{
    Table,
    Csv,
    Ndjson
};

/// The values of `--format`, `--columns` and `--sort` of `query` and `export`, checked.
struct OutputOptions
{
    OutputFormat format = OutputFormat::Table;
    std::vector<Column> columns; ///< empty: the default columns
    SortOrder order;

    /// Format and columns of an export.
    /// \pre the format is not the table
    [[nodiscard]] ExportPlan plan() const;
};

/// \param defaultFormat  one of \a formats, the names that the command knows
/// \error Usage: unknown format, column or sort key
[[nodiscard]] Result<OutputOptions> readOutputOptions(const CommandLine::Arguments &arguments,
                                                      const QString &defaultFormat,
                                                      const QStringList &formats);

/// The three options as the help lists them.
/// \param formats  `csv|ndjson`
[[nodiscard]] QList<CommandLine::OptionSpecification> outputOptionSpecifications(const QString &formats);

/// Says that a source was not synced in an interval of what is written.
/// \pre both ends of \a window are set
[[nodiscard]] QString gapSentence(const QString &source, const TimeWindow &window);

} // namespace Trailglass
