// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace Trailglass::Support {

/// Texts that nobody but their owner may see, and where they have been found.
class KnownTexts
{
public:
    /// A secret, a name, a host: anything that is not empty.
    void add(const QByteArray &text);
    /// The strings in an event's JSON. Short ones and times are left out: they are words of the program too.
    void addStringsOf(const QByteArray &json);

    [[nodiscard]] qsizetype count() const { return m_texts.size(); }
    /// Those that \a output contains.
    [[nodiscard]] QByteArrayList foundIn(const QByteArray &output) const;

private:
    QByteArrayList m_texts;
};

} // namespace Trailglass::Support
