// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/clock.h"
#include "models/core/result.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace Trailglass {

/// What is known of a program, its machine and its workspace, for a bug report that anybody may read.
///
/// Holds versions, sizes, counts and kinds. Holds no secret, nothing out of an event, no filter, and no name:
/// of a source, a preset, a host, a folder, a user. Not translated.
struct BugReport
{
    struct Section
    {
        QString name;
        QList<std::pair<QString, QJsonValue>> entries; ///< in the order they are shown
    };
    QList<Section> sections;

    /// One line an entry, `key: value`, below the name of its section.
    [[nodiscard]] QString text() const;
    /// `{"section":{"key":value}}`; the sections named `source` are the list `sources`.
    [[nodiscard]] QJsonObject json() const;
};

/// What the report is about.
struct BugReportRequest
{
    QString workspace; ///< as for WorkspacePaths::of()
    Result<QStringList> check; ///< of checkWorkspace(): only the number of problems gets into the report
    std::optional<ErrorKind> keychainError = {}; ///< nothing: the keychain works
    QString settingsFile = {}; ///< as for Settings
};

/// Reads what the report is made of. Blocking. What cannot be read is an entry of the report, not an error.
///
/// \error Cancelled
/// \thread any
[[nodiscard]] Result<BugReport> makeBugReport(const BugReportRequest &request, const Clock &clock,
                                              const CancelToken &cancel);

} // namespace Trailglass
