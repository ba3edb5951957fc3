// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

#include <QByteArray>
#include <QDebug>

namespace Trailglass {

/// Overwrites bytes that held a credential, unless another QByteArray still reads the same buffer.
void wipe(QByteArray &bytes);

/// A credential that does not slip out: no conversion to text, prints as `•••`, wiped when the last copy
/// goes.
///
/// \thread value type, as any
class Secret
{
public:
    Secret() = default;

    /// Takes what a person pasted or a file held.
    ///
    /// \error Usage for an empty text, one over 8 KiB (servers refuse longer headers), one with a control
    /// character (C0, DEL, C1: a line break would end the HTTP header), one that is not UTF-8, and one with a
    /// space at either end (HTTP would strip it): the message names the kind of character, never the text
    static Result<Secret> fromText(const QByteArray &utf8);

    ~Secret();
    Secret(const Secret &) = default;
    Secret &operator=(const Secret &other);
    Secret(Secret &&) noexcept = default;
    Secret &operator=(Secret &&other) noexcept;

    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }

    /// The bytes themselves. The only legal readers are the HTTP client, the keychain and
    /// SecretMask.
    [[nodiscard]] const QByteArray &reveal() const { return m_bytes; }

    friend bool operator==(const Secret &, const Secret &) = default;
    friend QDebug operator<<(QDebug debug, const Secret &);

private:
    QByteArray m_bytes;
};

} // namespace Trailglass
