// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archiveplace.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/network/origin.h"

#include <QRegularExpression>
#include <QUrlQuery>

namespace Trailglass {

namespace {

using namespace Qt::StringLiterals;

constexpr QLatin1StringView ClusterName = "cluster"_L1;

Error placeError(const QString &message)
{
    return {ErrorKind::Usage, message};
}

Error secretInPlace()
{
    return placeError(
        tr("The address holds a password, which would be stored and shown with it. Leave it out; the key "
           "of the user is given separately."));
}

bool isDatabaseOfPlace(const QString &name)
{
    static const QRegularExpression pattern(u"\\A[A-Za-z_][A-Za-z0-9_]*\\z"_s);
    return name.size() <= ArchivePlace::MaxName && pattern.match(name).hasMatch();
}

bool isUserOrCluster(const QString &name)
{
    static const QRegularExpression pattern(u"\\A[A-Za-z0-9_][A-Za-z0-9_-]*\\z"_s);
    return name.size() <= ArchivePlace::MaxName && pattern.match(name).hasMatch();
}

/// Everything before the user, and what no address of an archive has.
Result<void> checkShape(const QString &text, const QUrl &url)
{
    const QString userInfo = url.userInfo(QUrl::FullyEncoded);
    if (userInfo.contains(u':'))
        return secretInPlace();
    if (!url.isValid() || url.host().isEmpty() || url.hasFragment() || text.size() > 2'000)
        return placeError(
            tr("This is not the address of an archive. Write it as https://user@host:8443/database."));
    if (url.scheme() != "https"_L1 && url.scheme() != "http"_L1)
        return placeError(
            tr("An archive is reached by https. Write its address as https://user@host:8443/database."));
    if (!isAllowed(url))
        return placeError(
            tr("Only an archive on this machine (localhost) may be reached by http: the key and the events "
               "would cross the network in clear text. Use https."));
    if (url.port(ArchivePlace::HttpPort) == 0)
        return placeError(tr("The port in the address of the archive must be from 1 to 65535."));
    return {};
}

/// \returns the cluster; empty when the query names none
Result<QString> readCluster(const QUrl &url)
{
    QString cluster;
    bool hasCluster = false;
    for (const auto &[name, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded)) {
        const QString lower = name.toLower();
        if (lower == "password"_L1 || lower == "key"_L1)
            return secretInPlace();
        if (name != ClusterName)
            return placeError(
                tr("The address of an archive has no part “%1”; after the question mark only cluster=NAME "
                   "may follow.")
                    .arg(visibleText(name.left(ArchivePlace::MaxName))));
        if (hasCluster || !isUserOrCluster(value))
            return placeError(
                tr("The address names no valid cluster: write cluster= and one name of letters, digits and "
                   "the characters _ - after it."));
        hasCluster = true;
        cluster = value;
    }
    return cluster;
}

} // namespace

Result<ArchivePlace> ArchivePlace::parse(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    TRY(checkShape(text, url));
    ArchivePlace place;
    place.m_user = url.userName(QUrl::FullyDecoded);
    if (place.m_user.isEmpty())
        place.m_user = u"default"_s;
    if (!isUserOrCluster(place.m_user))
        return placeError(Trailglass::tr(
            "The name of the user in the address of the archive must consist of letters, digits and the "
            "characters _ - and have at most %Ln character(s).",
            nullptr, static_cast<int>(MaxName)));
    QString path = url.path(QUrl::FullyDecoded).mid(1);
    if (path.endsWith(u'/'))
        path.chop(1);
    place.m_database = path.isEmpty() ? u"trailglass"_s : path;
    if (!isDatabaseOfPlace(place.m_database))
        return placeError(Trailglass::tr(
            "The name of the database in the address of the archive must consist of letters, digits and "
            "_, not start with a digit, and have at most %Ln character(s).",
            nullptr, static_cast<int>(MaxName)));
    TRY(place.m_cluster, readCluster(url));
    place.m_url.setScheme(url.scheme());
    place.m_url.setHost(url.host());
    place.m_url.setPort(url.port(url.scheme() == "https"_L1 ? HttpsPort : HttpPort));
    place.m_url.setPath(u"/"_s);
    return place;
}

Result<ArchivePlace> ArchivePlace::inCluster(const QString &name) const
{
    if (!isUserOrCluster(name))
        return placeError(Trailglass::tr(
            "The name of the cluster must consist of letters, digits and the characters _ - and have at "
            "most %Ln character(s).",
            nullptr, static_cast<int>(MaxName)));
    if (!m_cluster.isEmpty() && m_cluster != name)
        return placeError(Trailglass::tr("The address names the cluster “%1”, not “%2”. Name one of them.")
                              .arg(m_cluster, name));
    ArchivePlace place = *this;
    place.m_cluster = name;
    return place;
}

QString ArchivePlace::text() const
{
    QUrl url = m_url;
    url.setUserName(m_user);
    url.setPath(u'/' + m_database);
    if (!m_cluster.isEmpty())
        url.setQuery(QString(ClusterName + u'=' + m_cluster));
    return url.toString(QUrl::FullyEncoded);
}

QString ArchivePlace::server() const
{
    return printOrigin(m_url);
}

QString ArchivePlace::name() const
{
    return m_url.authority() + u'/' + m_database;
}

} // namespace Trailglass
