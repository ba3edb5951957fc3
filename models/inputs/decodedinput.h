// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/inputs/expansion.h"
#include "models/inputs/streamdecoder.h"
#include "models/store/byteinput.h"

namespace Trailglass {

/// A stream that is decoded while it is read.
/// \thread any, one at a time
class DecodedInput final : public ByteInput
{
public:
    /// \param expansion  outlives this object; null where decoding does not make more of anything
    DecodedInput(std::unique_ptr<ByteInput> input, std::unique_ptr<StreamDecoder> decoder,
                 Expansion *expansion);

    /// \error Malformed when the data is damaged or ends too early; TooLarge as Expansion says, or for the memory
    /// it takes; Cancelled; those of the input. What was given before is good
    Result<qint64> read(std::span<char> buffer, const CancelToken &cancel) override;
    [[nodiscard]] bool seek(qint64) override { return false; }
    [[nodiscard]] std::optional<qint64> size() const override { return {}; }

private:
    /// \returns false at the end
    [[nodiscard]] Result<bool> nextPiece(const CancelToken &cancel);
    [[nodiscard]] Error decoderError() const;

    const std::unique_ptr<ByteInput> m_input;
    const std::unique_ptr<StreamDecoder> m_decoder;
    Expansion *const m_expansion;
    QByteArray m_piece;
    qsizetype m_given = 0; ///< of m_piece
};

} // namespace Trailglass
