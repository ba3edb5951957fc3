// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/credentials/secretuse.h"

#include <QList>
#include <QMap>

namespace Trailglass {

/// Which references to variables and files the user has approved, kept outside of all workspaces: a workspace
/// is a file that others may have written, and must not speak for its user.
///
/// A JSON file in the user's configuration folder, 0600, replaced whole or not at all. It names sources and
/// hosts and holds no secret. Each call reads the file again, so that two programs agree.
/// \thread any
class ReferenceApprovals
{
public:
    /// Far more than anybody has sources; scripts that make a workspace for each run do not fill the file.
    static constexpr qsizetype MaxApprovals = 1'000;

    /// \param file  empty: the standard place (QStandardPaths::AppConfigLocation/approvals.json)
    explicit ReferenceApprovals(QString file = {});

    /// Those of \a uses that are not approved exactly as they are, in the same order.
    ///
    /// \error Storage when the file cannot be read or understood, belongs to another user or can be written
    /// by others: nothing counts as approved then. Not when there is nothing to look up
    [[nodiscard]] Result<QList<ReferenceUse>> unapproved(const QList<ReferenceUse> &uses) const;

    /// Approves \a uses, in addition to what is approved: of more than MaxApprovals those approved last.
    ///
    /// \error Storage, as unapproved(), or when the file cannot be written; nothing has changed then
    [[nodiscard]] Result<void> approve(const QList<ReferenceUse> &uses) const;

    /// What the credentials of a source refer to outside of the stores.
    [[nodiscard]] static QList<ReferenceUse> usesOf(const SecretUse &use,
                                                    const QMap<QString, SecretReference> &references);

    /// What a command that was not allowed says: all of \a uses, and how to approve them.
    [[nodiscard]] static Error notApproved(const QList<ReferenceUse> &uses);

private:
    QString m_file;
};

} // namespace Trailglass
