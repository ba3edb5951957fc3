// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "tests/support/openapicontract.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

class OpenApiContractTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesValues_data();
    void judgesValues();
    void judgesByTheVendorsSchemas();
    void judgesRequests_data();
    void judgesRequests();
};

void OpenApiContractTest::judgesValues_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("violation");
    const auto row = [](const char *name, const char *schema, const char *value,
                        const QString &violation = {}) {
        QTest::newRow(name) << QByteArray(schema) << QByteArray(value) << violation;
    };
    row("string", R"({"type":"string"})", R"("x")");
    row("not a string", R"({"type":"string"})", "1", u"$: not of type [\"string\"]"_s);
    row("integer", R"({"type":"integer"})", "9007199254740993");
    row("not an integer", R"({"type":"integer"})", "1.5", u"$: not of type [\"integer\"]"_s);
    row("one of several types", R"({"type":["string","null"]})", "null");
    row("none of several types", R"({"type":["string","null"]})", "[]",
        u"$: not of type [[\"string\",\"null\"]]"_s);
    row("nullable", R"({"type":"string","nullable":true})", "null");
    row("not nullable", R"({"type":"string"})", "null", u"$: not of type [\"string\"]"_s);
    row("enum", R"({"enum":["a","b"]})", R"("a")");
    row("not in the enum", R"({"enum":["a","b"]})", R"("c")", u"$: not one of the listed values"_s);
    row("minimum", R"({"type":"integer","minimum":1})", "0", u"$: out of range"_s);
    row("maximum", R"({"type":"integer","maximum":100})", "101", u"$: out of range"_s);
    row("in range", R"({"type":"integer","minimum":1,"maximum":100})", "100");
    row("date-time", R"({"type":"string","format":"date-time"})", R"("2026-11-20T09:15:00.123Z")");
    row("date alone", R"({"type":"string","format":"date-time"})", R"("2026-11-20")",
        u"$: not an RFC 3339 date-time"_s);
    row("anyOf", R"({"anyOf":[{"type":"string"},{"type":"null"}]})", "null");
    row("none of anyOf", R"({"anyOf":[{"type":"string"},{"type":"null"}]})", "1",
        u"$: fits none of the allowed schemas"_s);
    row("allOf", R"({"allOf":[{"type":"string"},{"enum":["a"]}]})", R"("b")",
        u"$: not one of the listed values"_s);
    row("required", R"({"type":"object","required":["a"]})", "{}", u"$: lacks a"_s);
    row("member", R"({"properties":{"a":{"type":"string"}}})", R"({"a":1})",
        u"$.a: not of type [\"string\"]"_s);
    row("undeclared member", R"({"properties":{"a":{}}})", R"({"b":1})", u"$.b: undeclared"_s);
    row("further members", R"({"properties":{"a":{}},"additionalProperties":true})", R"({"b":1})");
    row("items", R"({"type":"array","items":{"type":"string"}})", R"(["a",1])",
        u"$[1]: not of type [\"string\"]"_s);
}

void OpenApiContractTest::judgesValues()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, value);
    QFETCH(QString, violation);
    const OpenApiContract contract(u"fixtures/asana/asana-audit-log-openapi.json"_s);
    const QJsonValue parsed = QJsonDocument::fromJson("[" + value + "]").array().first();
    const QStringList expected = violation.isEmpty() ? QStringList() : QStringList{violation};
    QCOMPARE(contract.valueViolations(parsed, QJsonDocument::fromJson(schema).object()), expected);
}

void OpenApiContractTest::judgesByTheVendorsSchemas()
{
    const OpenApiContract contract(u"fixtures/asana/asana-audit-log-openapi.json"_s);
    const QJsonObject event = QJsonDocument::fromJson(R"({"gid":"1","created_at":"2026-01-01T00:00:00.000Z",
        "actor":{"actor_type":"robot","nick":"x"},"details":{"anything":[1]},"context":{"on_behalf_of_user_id":"5"}})")
                                  .object();
    QCOMPARE(
        contract.valueViolations(event, u"AuditLogEvent"_s),
        (QStringList{u"$.actor.actor_type: not one of the listed values"_s, u"$.actor.nick: undeclared"_s,
                     u"$.context.on_behalf_of_user_id: not of type [\"integer\"]"_s}));
}

void OpenApiContractTest::judgesRequests_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QStringList>("violations");
    const QString asana = u"fixtures/asana/asana-audit-log-openapi.json"_s;
    const QString asanaPath = u"/workspaces/{workspace_gid}/audit_log_events"_s;
    const QString secoda = u"fixtures/secoda/secoda-openapi.json"_s;
    QTest::newRow("nothing") << asana << asanaPath << QByteArray() << QStringList();
    QTest::newRow("good") << asana << asanaPath << QByteArray("limit=100&start_at=2026-01-01T00:00:00Z")
                          << QStringList();
    QTest::newRow("two at once") << asana << asanaPath << QByteArray("limit=0&x=1")
                                 << QStringList{u"limit: out of range"_s,
                                                u"x: not a parameter of this request"_s};
    QTest::newRow("required") << secoda << u"/api/v1/activity_log/resource_logs/"_s << QByteArray("page=1")
                              << QStringList{u"resource_id: Missing input"_s};
}

void OpenApiContractTest::judgesRequests()
{
    QFETCH(QString, file);
    QFETCH(QString, path);
    QFETCH(QByteArray, query);
    QFETCH(QStringList, violations);
    Request request;
    request.query = query;
    QCOMPARE(OpenApiContract(file).requestViolations(path, request), violations);
}

TRAILGLASS_TEST(OpenApiContractTest)
#include "tst_openapicontract.moc"
