// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace Trailglass {

/// What signature lines begin with: an em dash and a space, in UTF-8.
inline constexpr QByteArrayView SignatureLineStart = "\xE2\x80\x94 ";

/// Whether \a text can be that of a note: UTF-8 in whole lines, of which the last one ends too, without control characters
/// below U+0020 but line feeds.
[[nodiscard]] bool isNoteText(QByteArrayView text);

/// A part of such a text. Unlike QString::fromUtf8() it keeps a U+FEFF that the part begins with.
[[nodiscard]] QString textOfNote(QByteArrayView part);

/// Standard base64 (RFC 4648 4) in the one form that an encoder writes: padded, without line breaks, unused bits 0.
///
/// \returns nothing for anything else
[[nodiscard]] std::optional<QByteArray> bytesOfBase64(QByteArrayView base64);

} // namespace Trailglass
