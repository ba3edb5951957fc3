// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/support/evidencescript.h"

#include <QByteArray>
#include <QString>

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

using Support::ScriptVerdict;
using Support::verifiedByScript;

/// Writes a file.
/// \returns whether all of it was written
[[nodiscard]] bool writeBytes(const QString &path, const QByteArray &bytes);

} // namespace Trailglass::Testing
