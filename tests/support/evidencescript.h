// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace Trailglass::Support {

/// The path of docs/verify_evidence.py.
[[nodiscard]] QString evidenceScript();

/// What docs/verify_evidence.py says of a file.
struct ScriptVerdict
{
    int exitCode = -1;
    QStringList kinds; ///< of what is wrong, in its order
    QByteArray output;
};

/// \param key  for `--key`; empty: without
[[nodiscard]] ScriptVerdict verifiedByScript(const QString &path, const QString &key = {});

/// A command that was typed in a folder.
struct TypedCommand
{
    int exitCode = -1;
    QByteArray output; ///< and errors
};

/// \param line  words with one space between them, the first one a program
[[nodiscard]] TypedCommand typedIn(const QString &folder, const QString &line);

} // namespace Trailglass::Support
