// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/archiveplace.h"
#include "tests/cli/clirunner.h"

namespace Trailglass::Support {

/// trailglass-cli with the key of all users of an ArchiveServer in a variable.
class ArchiveCli final : public CliRunner
{
public:
    ArchiveCli();

    /// From now on that is the key.
    void setKey(const QString &key);
    /// Arguments with the place of the key.
    [[nodiscard]] static QStringList withKey(const QStringList &arguments);

    [[nodiscard]] CliResult create(const ArchivePlace &archive) const;
    /// \param options  besides the place of the key
    [[nodiscard]] CliResult push(const ArchivePlace &archive, const QStringList &options = {}) const;

    /// Runs to the end with the key, and without naming a workspace: as on the machine of anybody who reads.
    [[nodiscard]] CliResult runAnywhere(const QStringList &arguments) const;
    /// How many events there are in an archive: what `query --count` prints.
    [[nodiscard]] QByteArray countIn(const ArchivePlace &archive) const;

    /// Runs a command that goes on until it is stopped, which happens once its errors have \a text.
    /// \param arguments  without the place of the key
    [[nodiscard]] CliResult runUntil(const QByteArray &text, const QStringList &arguments) const;
};

} // namespace Trailglass::Support
