// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/merkle/digest.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <span>
#include <vector>

namespace Trailglass {

/// A file and its hash, as SHA256SUMS lists it.
struct FileSum
{
    QByteArray name;
    Digest digest;

    friend bool operator==(const FileSum &, const FileSum &) = default;
};

/// Lines as `sha256sum -c` reads them: the hash, two spaces, the name.
/// \thread any; pure
[[nodiscard]] QByteArray checksumsText(std::span<const FileSum> sums);

/// Reads what checksumsText() writes.
///
/// \param text  any bytes
/// \returns nothing for any other text, and where a name comes twice
/// \thread any; pure
[[nodiscard]] std::optional<std::vector<FileSum>> parseChecksums(QByteArrayView text);

} // namespace Trailglass
