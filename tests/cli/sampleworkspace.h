// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/cli/clirunner.h"

namespace Trailglass::Support {

/// A source of each vendor with a few events, imported: what the commands that only read are tried on.
///
/// The sources: work (Asana, three events), catalog (Secoda), diffs (Datafold), runs (Paradime) and rules
/// (Nected) with one event each. In the order of time: d1, p1, a1, a2, a3, n1, s1.
class SampleWorkspace
{
public:
    /// Adds a source of this type with everything it requires; nothing is ever asked of its server.
    [[nodiscard]] static CliResult addSource(CliRunner &cli, const QString &type, const QString &name);

    /// Runs the commands for an empty folder once in this process, and copies what they have made from then on:
    /// ten starts of the program take seconds under a sanitizer.
    /// \returns false when a command failed
    [[nodiscard]] bool fill(CliRunner &cli) const;

    /// The events of a source as its vendor sends them, one each.
    [[nodiscard]] static QList<QByteArray> events(const QString &source);
};

} // namespace Trailglass::Support
