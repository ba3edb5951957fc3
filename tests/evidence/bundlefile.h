// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <map>

namespace Trailglass::Testing {

/// The files of a bundle, by name.
using BundleFiles = std::map<QByteArray, QByteArray>;

/// \returns no files where the archive cannot be read
[[nodiscard]] BundleFiles unpackedBundle(const QString &path);

/// A bundle of these files, in the order that bundles have; packed by code of the tests.
[[nodiscard]] QByteArray packedBundle(const BundleFiles &files);

/// Makes SHA256SUMS and its signature again, with a sampleKey(): what somebody does who has changed files.
void sealAgain(BundleFiles &files, int key);

/// What docs/verify_evidence.py says of a file.
struct ScriptVerdict
{
    int exitCode = -1;
    QStringList kinds; ///< of what is wrong, in its order
    QByteArray output;
};

/// \param key  for `--key`; empty: without
[[nodiscard]] ScriptVerdict verifiedByScript(const QString &path, const QString &key = {});

/// Writes a file.
/// \returns whether all of it was written
[[nodiscard]] bool writeBytes(const QString &path, const QByteArray &bytes);

} // namespace Trailglass::Testing
