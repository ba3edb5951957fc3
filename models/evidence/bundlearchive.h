// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/evidence/bundleverdict.h"
#include "models/evidence/memberreader.h"
#include "models/inputs/zipdirectory.h"

#include <QByteArrayView>
#include <QString>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace Trailglass {

/// The file of a bundle: a ZIP archive whose directory was checked before anything is unpacked. Any file may be given.
///
/// It has nothing but its members and their directory, so that any program finds the same files in it.
/// \thread any, one at a time
class BundleArchive
{
public:
    /// Reads the directory. Blocking.
    ///
    /// \error NotFound, Storage: the file cannot be read; Usage: it is a pipe, or a file of a workspace; Cancelled
    static Result<BundleArchive> open(const QString &path, const CancelToken &cancel);

    /// What is wrong with the archive or its directory, if so: then no member may be opened.
    [[nodiscard]] const std::optional<BundleProblem> &problem() const { return m_problem; }

    /// \param name  of a member that every bundle has, or for which has() is true
    /// \error as MemberReader
    [[nodiscard]] Result<std::unique_ptr<MemberReader>> member(QByteArrayView name,
                                                               const CancelToken &cancel) const;
    [[nodiscard]] bool has(QByteArrayView name) const;

    /// Leaves that the bundle may show, going by how large it is (BundleMembers::PackedBytesOfLeaf).
    [[nodiscard]] qint64 maxLeaves() const;

private:
    explicit BundleArchive(QString path)
        : m_path(std::move(path))
    {
    }

    QString m_path;
    std::vector<ZipEntry> m_entries;
    std::optional<BundleProblem> m_problem;
};

} // namespace Trailglass
