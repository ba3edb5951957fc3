// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/inputs/expansion.h"

#include "models/core/translation.h"
#include "models/inputs/headinput.h"

#include <QLocale>

#include <algorithm>

namespace Trailglass {

Expansion::Expansion(const HeadInput &file)
    : m_file(file)
{
}

bool Expansion::grow(qint64 bytes)
{
    m_bytes += bytes;
    const qint64 packed = std::min(m_file.bytesRead(), MaxBytes);
    return m_bytes <= std::min(std::max(FreeBytes, MaxRatio * packed), MaxBytes);
}

Error Expansion::error() const
{
    const QLocale locale = QLocale::c();
    return {.kind = ErrorKind::TooLarge,
            .message =
                Trailglass::tr(
                    "Unpacking was stopped: the first %1 of the file unpack to more than %2. If that is "
                    "correct, unpack the file yourself and import what is in it.")
                    .arg(locale.formattedDataSize(m_file.bytesRead()), locale.formattedDataSize(m_bytes))};
}

} // namespace Trailglass
