// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/error.h"

#include <QtGlobal>

namespace Trailglass {

class HeadInput;

/// How far one file grows while it is unpacked, all its members and layers together.
///
/// Memory stays flat however much there is to unpack; this limits the time and the disk that a small file can
/// take. Audit events pack to a tenth or a fiftieth, the worst that deflate can do is 1:1032.
/// \thread any, one at a time
class Expansion
{
public:
    static constexpr qint64 FreeBytes = qint64{64} * 1024 * 1024; ///< whatever the size of the file
    static constexpr qint64 MaxRatio = 250; ///< unpacked bytes for each byte of the file, beyond FreeBytes
    static constexpr qint64 MaxBytes = qint64{64} * 1024 * 1024 * 1024;

    /// \param file  what is unpacked; outlives this object
    explicit Expansion(const HeadInput &file);

    /// Counts unpacked bytes.
    /// \returns false when there are too many for what was read of the file
    [[nodiscard]] bool grow(qint64 bytes);

    /// What to say then.
    /// \error TooLarge
    [[nodiscard]] Error error() const;

private:
    const HeadInput &m_file;
    qint64 m_bytes = 0;
};

} // namespace Trailglass
