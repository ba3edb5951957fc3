// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/inputs/decodedinput.h"

#include "models/core/translation.h"

#include <algorithm>

namespace Trailglass {

DecodedInput::DecodedInput(std::unique_ptr<ByteInput> input, std::unique_ptr<StreamDecoder> decoder,
                           Expansion *expansion)
    : m_input(std::move(input))
    , m_decoder(std::move(decoder))
    , m_expansion(expansion)
{
}

Result<qint64> DecodedInput::read(std::span<char> buffer, const CancelToken &cancel)
{
    if (m_given == m_piece.size()) {
        TRY(const bool hasMore, nextPiece(cancel));
        if (!hasMore)
            return qint64{0};
    }
    const auto count = std::min(static_cast<qsizetype>(buffer.size()), m_piece.size() - m_given);
    std::copy_n(m_piece.constData() + m_given, count, buffer.begin());
    m_given += count;
    return qint64{count};
}

Result<bool> DecodedInput::nextPiece(const CancelToken &cancel)
{
    for (;;) {
        // A few bytes may unpack to gigabytes, for which the input is not read.
        if (cancel.isCancelled())
            return Error{.kind = ErrorKind::Cancelled, .message = Trailglass::tr("Cancelled.")};
        const std::optional<QByteArray> piece = m_decoder->next();
        if (!piece)
            return decoderError();
        if (!piece->isEmpty()) {
            if (m_expansion && !m_expansion->grow(piece->size()))
                return m_expansion->error();
            m_piece = *piece;
            m_given = 0;
            return true;
        }
        QByteArray encoded(StreamDecoder::PieceBytes, Qt::Uninitialized);
        TRY(const qint64 count,
            m_input->read({encoded.data(), static_cast<std::size_t>(encoded.size())}, cancel));
        if (count == 0)
            break;
        encoded.truncate(count);
        m_decoder->feed(encoded);
    }
    if (!m_decoder->isWhole()) {
        return Error{.kind = ErrorKind::Malformed,
                     .message =
                         Trailglass::tr("The %1 data ends too early: the file is not whole. Get it again.")
                             .arg(m_decoder->name())};
    }
    return false;
}

Error DecodedInput::decoderError() const
{
    if (m_decoder->needsTooMuchMemory()) {
        return {.kind = ErrorKind::TooLarge,
                .message = Trailglass::tr("Unpacking the %1 data takes more memory than Trailglass allows. "
                                          "Unpack it with another program, then import it.")
                               .arg(m_decoder->name())};
    }
    return {.kind = ErrorKind::Malformed,
            .message = Trailglass::tr("The %1 data is damaged from here on. Get the file again.")
                           .arg(m_decoder->name())};
}

} // namespace Trailglass
