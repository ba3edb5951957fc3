// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <optional>
#include <vector>

namespace Trailglass {

/// One filter of filters.txt and how many events it matches; nothing: a broken one.
struct FilterExample
{
    int line = 0;
    std::optional<qint64> expected;
    QString expression;
    QByteArray zone;
};

/// What filters.txt holds; its head describes the format.
struct FilterExamples
{
    UtcMicros now;
    QMap<QString, QString> presets;
    std::vector<FilterExample> examples;
};

/// Ends the program when the file is missing or a line cannot be read.
[[nodiscard]] FilterExamples readFilterExamples(const QString &path);

/// Every record of an NDJSON file as the export writes it, without row numbers; likewise.
[[nodiscard]] std::vector<EventRecord> readExampleRecords(const QString &path);

} // namespace Trailglass
