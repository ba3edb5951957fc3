// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/commandline/arguments.h"
#include "models/exporting/column.h"
#include "models/exporting/csvwriter.h"
#include "models/query/queryengine.h"

#include <memory>

namespace Trailglass {

enum class OutputFormat
{
    Table,
    Csv,
    Ndjson
};

/// What `--format`, `--columns` and `--sort` of `query` and `export` ask for, checked.
struct OutputOptions
{
    OutputFormat format = OutputFormat::Table;
    std::vector<Column> columns; ///< empty: nobody chose
    SortOrder order;
};

/// \param defaultFormat  one of \a formats, the names that the command knows
/// \error Usage: unknown format, column or sort key
[[nodiscard]] Result<OutputOptions> readOutputOptions(const CommandLine::Arguments &arguments,
                                                      const QString &defaultFormat,
                                                      const QStringList &formats);

/// The three options as the help lists them.
/// \param formats  `csv|ndjson`
[[nodiscard]] QList<CommandLine::OptionSpecification> outputOptionSpecifications(const QString &formats);

/// A fresh writer of the format, which is not the table.
[[nodiscard]] std::unique_ptr<RecordWriter> makeWriter(const OutputOptions &options,
                                                       CsvWriter::Options csvOptions = {});

} // namespace Trailglass
