// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/support/connectionscript.h"

#include <QString>

using namespace Qt::StringLiterals;

namespace Trailglass::Support {

namespace {

QString quoted(QString text)
{
    return u'\'' + text.replace(u"'"_s, u"'\\''"_s) + u'\'';
}

} // namespace

QByteArray connectionScript(const QJsonObject &description)
{
    QString variables;
    QString commands = u"add_connections() {\n"_s;
    const QJsonObject vendors = description.value(u"vendors").toObject();
    for (auto vendor = vendors.begin(); vendor != vendors.end(); ++vendor) {
        commands += "    cli source add "_L1 + vendor.key() + u' ' + vendor.key();
        const QJsonObject settings = vendor.value().toObject().value(u"settings").toObject();
        for (auto setting = settings.begin(); setting != settings.end(); ++setting)
            commands += " --set "_L1 + quoted(setting.key() + u'=' + setting.value().toString());
        const QJsonObject secrets = vendor.value().toObject().value(u"secrets").toObject();
        for (auto secret = secrets.begin(); secret != secrets.end(); ++secret) {
            const QString variable = QString("DEMO_"_L1 + vendor.key() + u'_' + secret.key()).toUpper();
            variables += "export "_L1 + variable + u'=' + quoted(secret.value().toString()) + u'\n';
            commands += " --secret "_L1 + secret.key() + "=env:"_L1 + variable;
        }
        commands += u'\n';
    }
    commands += u"}\n"_s;
    const QJsonObject incident = description.value(u"incident").toObject();
    for (auto part = incident.begin(); part != incident.end(); ++part)
        variables += "INCIDENT_"_L1 + part.key().toUpper() + u'=' + quoted(part.value().toString()) + u'\n';
    return QString(variables + commands).toUtf8();
}

} // namespace Trailglass::Support
