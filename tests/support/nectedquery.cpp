// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/support/nectedquery.h"

#include "tests/support/nectedserver.h"

#include <QStringList>

namespace Trailglass::Support {

using namespace Qt::StringLiterals;

namespace {

const QStringList Shared{u"pageNo"_s, u"pageSize"_s,    u"type"_s,      u"event"_s,
                         u"status"_s, u"environment"_s, u"startDate"_s, u"endDate"_s};

/// The reference's closed vocabularies. A comma inside is a part of one option.
const QMap<QString, QStringList> Choices{
    {u"type"_s,
     {u"ruleSet"_s, u"simpleRule"_s, u"dataSet"_s, u"connector"_s, u"globalVar"_s, u"decisionTable"_s,
      u"systemAPIKey"_s, u"authConfig"_s, u"cron"_s, u"workflow,nectedWorkflow"_s, u"api"_s, u"delay"_s,
      u"webhook"_s}},
    {u"event"_s,
     {u"test"_s, u"api"_s, u"roleRevoke"_s, u"roleUpdate"_s, u"cronTest"_s, u"cron"_s, u"webhook"_s,
      u"delayedTest"_s, u"delay"_s}},
    {u"status"_s, {u"success,Completed"_s, u"error,Failed"_s}},
    {u"environment"_s, {u"production"_s, u"staging"_s}},
};

/// What events are called in rows, by what they are called in filters.
const QMap<QString, QString> EventNames{
    {u"test"_s, u"Test Via Console"_s},
    {u"api"_s, u"Call Via API"_s},
    {u"roleRevoke"_s, u"Role Revoke"_s},
    {u"roleUpdate"_s, u"Role Update"_s},
    {u"cronTest"_s, u"Cron Test"_s},
    {u"cron"_s, u"Cron"_s},
    {u"webhook"_s, u"Webhook"_s},
    {u"delayedTest"_s, u"Delayed Test"_s},
    {u"delay"_s, u"Delay"_s},
};

bool isOneOf(const QString &options, const QString &value)
{
    return options.split(u',').contains(value, Qt::CaseInsensitive);
}

} // namespace

NectedQuery::NectedQuery(const Request &request, bool v1)
{
    for (const Parameter &parameter : request.parameters()) {
        const QString name = QString::fromUtf8(parameter.name);
        if (m_values.contains(name))
            m_error = name + u" is given twice"_s;
        m_values.insert(name, QString::fromUtf8(parameter.value));
    }
    check(v1);
    m_pageNumber = m_values.value(u"pageNo"_s, u"1"_s).toLongLong();
    m_pageSize = m_values.value(u"pageSize"_s, u"10"_s).toLongLong();
    m_newestFirst = m_values.value(u"sort"_s) != u"date:1";
    if (m_pageNumber < 1)
        m_error = u"pageNo must be a positive number"_s;
    if (m_pageSize < 1 || m_pageSize > NectedServer::MaxPageSize)
        m_error = u"pageSize must be between 1 and 10"_s;
}

void NectedQuery::check(bool v1)
{
    const QStringList own = v1 ? QStringList{u"sort"_s, u"user"_s} : QStringList{u"search"_s};
    for (auto item = m_values.cbegin(); item != m_values.cend(); ++item) {
        if (!Shared.contains(item.key()) && !own.contains(item.key()))
            m_error = u"unknown parameter "_s + item.key();
        else
            checkValue(item.key(), item.value(), v1);
    }
}

void NectedQuery::checkValue(const QString &name, const QString &value, bool v1)
{
    const bool isDate = name == u"startDate" || name == u"endDate";
    const bool zoned = value.endsWith(u'Z') && parseTime(value.toStdString()).has_value();
    if (isDate && !zoned)
        m_error = name + u" must be an ISO date-time in UTC"_s;
    if (name == u"sort" && value != u"date:1" && value != u"date:-1")
        m_error = u"sort must be date:1 or date:-1"_s;
    if (!v1 && Choices.contains(name) && !Choices.value(name).contains(value))
        m_error = name + u" is not one of the listed options"_s;
}

bool NectedQuery::matches(const VendorEvent &event, const QJsonObject &fields) const
{
    const auto differs = [&](const QString &name, const QString &options) {
        return m_values.contains(name) && !isOneOf(options, fields.value(name).toString());
    };
    const QString wantedEvent = m_values.value(u"event"_s);
    if (differs(u"type"_s, m_values.value(u"type"_s)) || differs(u"status"_s, m_values.value(u"status"_s))
        || differs(u"environment"_s, m_values.value(u"environment"_s))
        || differs(u"user"_s, m_values.value(u"user"_s))
        || differs(u"event"_s, EventNames.value(wantedEvent, wantedEvent)))
        return false;
    if (m_values.contains(u"search"_s)
        && !QString::fromUtf8(event.raw).contains(m_values.value(u"search"_s), Qt::CaseInsensitive))
        return false;
    if (m_values.contains(u"startDate"_s)
        && event.created < *parseTime(m_values.value(u"startDate"_s).toStdString()))
        return false;
    return !m_values.contains(u"endDate"_s)
        || event.created <= *parseTime(m_values.value(u"endDate"_s).toStdString());
}

} // namespace Trailglass::Support
