// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/ids.h"
#include "models/core/result.h"
#include "models/evidence/report.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace Trailglass {

class OpenWorkspace;
class TreeReader;

/// The newest checkpoint, as far as it can be shown.
struct NewestCheckpoint
{
    std::optional<ReportCheckpoint> shown =
        {}; ///< nothing: there is none, or none that a key of the workspace has signed
    QStringList warnings = {}; ///< sentences: what is wrong with it
};

/// What a report shows of the tree of a workspace. A workspace that is not upgraded yet has none.
/// \thread the one that opened it
class ReportTree
{
public:
    /// \error Storage, NewerVersion
    [[nodiscard]] static Result<ReportTree> open(OpenWorkspace &workspace);
    ~ReportTree();
    ReportTree(ReportTree &&) noexcept;
    ReportTree &operator=(ReportTree &&) noexcept;

    /// The number of an event's leaf; nothing where it has none.
    [[nodiscard]] std::optional<qint64> leafOf(RowId row);

    /// Checks the checkpoint that was signed last against the tree, see CheckpointCheck.
    /// \param identity  EventReader::identity()
    /// \param bundled   the checkpoint of the bundle that the report is put into: in place of the last one; may be empty
    /// \error Storage
    [[nodiscard]] Result<NewestCheckpoint> newestCheckpoint(const QString &identity,
                                                            const QByteArray &bundled);

private:
    explicit ReportTree(std::unique_ptr<TreeReader> reader);

    std::unique_ptr<TreeReader> m_reader; ///< null: there is no tree
};

} // namespace Trailglass
