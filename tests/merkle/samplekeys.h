// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/merkle/ed25519.h"
#include "models/merkle/noteverifier.h"

#include <QByteArray>
#include <QString>

namespace Trailglass {

/// A key that is the same in every run.
/// \param number  1 … 255; another number is another key
[[nodiscard]] inline SigningKey sampleKey(int number)
{
    const QByteArray seed(32, static_cast<char>(number));
    return SigningKey::fromSeed(Secret::fromText(seed.toBase64()).value()).value();
}

[[nodiscard]] inline NoteVerifier sampleVerifier(const QString &name, int number)
{
    return {.name = name, .key = sampleKey(number).publicKey()};
}

} // namespace Trailglass
