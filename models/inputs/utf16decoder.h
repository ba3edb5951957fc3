// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/inputs/streamdecoder.h"

#include <string>

namespace Trailglass {

/// Turns UTF-16 into UTF-8. Byte order marks become those of UTF-8, wherever they are.
///
/// A surrogate without its other half has no form in UTF-8. It becomes the escape that JSON has for it (`\ud800`),
/// which reads the same and survives; after a backslash, where the escape would be read as something else, it
/// becomes three bytes that are not valid UTF-8, so that the row is reported.
/// \thread any, one at a time
/// \source Unicode 15, 3.9
class Utf16Decoder final : public StreamDecoder
{
public:
    enum class ByteOrder
    {
        LittleEndian,
        BigEndian
    };

    explicit Utf16Decoder(ByteOrder order);

    [[nodiscard]] QString name() const override;
    void feed(const QByteArray &encoded) override;
    /// Never fails.
    [[nodiscard]] std::optional<QByteArray> next() override;
    /// False also after the first half of a character.
    [[nodiscard]] bool isWhole() const override;

private:
    [[nodiscard]] char16_t unitAt(qsizetype position) const;
    void take(char16_t unit);
    void takeLone(char16_t surrogate);

    const ByteOrder m_order;
    QByteArray m_encoded;
    qsizetype m_read = 0; ///< of m_encoded
    std::string m_decoded; ///< the piece that is being made
    char16_t m_high = 0; ///< first half of a pair, or 0
    bool m_isAfterBackslash = false; ///< one that is not escaped itself
};

} // namespace Trailglass
