// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

#include <QByteArray>
#include <QString>
#include <QtGlobal>

class QDateTime;

/// Where the log lines of this process go: standard error, or a file.
///
/// One line a message: time in UTC, level, category, text. Written by one system call where the system takes it as
/// a whole. Control characters of the text are shown as tokens.
/// \thread any, but install() and writeToFile() before other threads log
namespace Trailglass::LogOutput {

enum class Form
{
    Text, ///< `2026-11-29T06:42:25.123Z debug trailglass.http: GET https://…`
    Json, ///< `{"log":{"time","level","category","message"}}`
};

/// Becomes the process's handler for Qt's messages.
void install();

/// How lines on standard error look from now on; files hold Form::Text.
void setForm(Form form);

/// Appends to a file from now on, which stays open until the process ends. It is made where it is missing,
/// and made private (0600).
/// \error Storage: see OwnFile::open()
[[nodiscard]] Result<void> writeToFile(const QString &fileName);

/// A line as it is written, line feed included.
[[nodiscard]] QByteArray line(Form form, const QDateTime &time, QtMsgType type, const char *category,
                              const QString &message);

} // namespace Trailglass::LogOutput
