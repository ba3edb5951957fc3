// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/merkle/notetext.h"

#include "models/core/text.h"

#include <algorithm>

namespace Trailglass {

bool isNoteText(QByteArrayView text)
{
    const auto isForbidden = [](char character) {
        return static_cast<unsigned char>(character) < 0x20 && character != '\n';
    };
    return text.endsWith('\n') && std::none_of(text.begin(), text.end(), isForbidden) && text.isValidUtf8();
}

QString textOfNote(QByteArrayView part)
{
    return toQString({part.data(), static_cast<std::size_t>(part.size())});
}

std::optional<QByteArray> bytesOfBase64(QByteArrayView base64)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(base64.toByteArray(), QByteArray::AbortOnBase64DecodingErrors);
    // The decoder takes what an encoder would not write, such as padding that is missing.
    if (!decoded || decoded.decoded.toBase64() != base64)
        return {};
    return decoded.decoded;
}

} // namespace Trailglass
