// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QUrl>

namespace Trailglass {

/// Where a request goes: scheme, host and port. What a credential is bound to.
///
/// The host is in lower case, in its ASCII form (`xn--…`), without a dot at its end; an IPv6 address has no
/// brackets. The port is the scheme's own where none is written. Two texts that lead to the same server by
/// these rules are the same origin; nothing is looked up.
/// \thread value type, as any
class Origin
{
public:
    /// No origin: it admits no URL.
    Origin() = default;

    /// \returns nowhere for a URL that is not http or https, has no host, or holds a user name or password
    [[nodiscard]] static Origin of(const QUrl &url);

    /// Reads what text() wrote.
    /// \returns nowhere for anything else
    [[nodiscard]] static Origin fromText(const QString &text);

    /// `https://app.asana.com`, `http://[::1]:8080`; a scheme's own port is left out. Empty for nowhere.
    [[nodiscard]] QString text() const;

    [[nodiscard]] bool isNowhere() const { return m_host.isEmpty(); }

    /// Whether a request to \a url goes here.
    [[nodiscard]] bool admits(const QUrl &url) const { return !isNowhere() && of(url) == *this; }

    friend bool operator==(const Origin &, const Origin &) = default;

private:
    QString m_scheme;
    QString m_host;
    int m_port = 0;
};

} // namespace Trailglass
