// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/inputs/zipdirectory.h"

#include <memory>

namespace Trailglass {

class Expansion;

/// Opens a member of a ZIP archive: stored or packed with deflate. Its own header must say the same as the
/// directory, since programs that read the one would otherwise see other members than those that read the other.
///
/// \param file  of the archive, which nothing else reads as long as the member is read; outlives it
/// \param expansion  outlives the member
/// \returns the unpacked bytes; reading ends with Malformed when there are more or fewer than the archive says, or
/// their checksum is another one
/// \error Unsupported: encrypted, or packed in another way; Malformed; those of \a file
/// \thread any
[[nodiscard]] Result<std::unique_ptr<ByteInput>>
openZipMember(ByteInput &file, const ZipEntry &entry, Expansion &expansion, const CancelToken &cancel);

} // namespace Trailglass
