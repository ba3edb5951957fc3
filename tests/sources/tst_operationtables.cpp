// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/asana/asanaoperations.h"
#include "models/sources/datafold/datafoldoperations.h"
#include "models/sources/nected/nectedoperations.h"
#include "models/sources/paradime/paradimeoperations.h"
#include "models/sources/secoda/secodaoperations.h"

#include "models/core/text.h"
#include "tests/runner/testclass.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Trailglass;

/// docs/adding-a-source.md shows every vendor's table. Here the two are compared, so that neither goes its
/// own way.
class OperationTablesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void documentsEveryRule_data();
    void documentsEveryRule();
    void documentsEveryEventTypeOfAsana();
    void hasNoRuleThatAnEarlierOneHides_data();
    void hasNoRuleThatAnEarlierOneHides();
    void cutsWordsApart_data();
    void cutsWordsApart();

private:
    /// The row of a class in the section of a vendor.
    [[nodiscard]] QString row(const QString &vendor, Operation operation, const QString &heading) const;

    QString m_document;
};

namespace {

void everyVendor()
{
    QTest::addColumn<QList<OperationRule>>("rules");
    const auto add = [](const char *vendor, std::span<const OperationRule> rules) {
        QTest::newRow(vendor) << QList<OperationRule>(rules.begin(), rules.end());
    };
    add("Asana", asanaOperationRules());
    add("Secoda", secodaOperationRules());
    add("Datafold", datafoldOperationRules());
    add("Paradime", paradimeOperationRules());
    add("Nected", nectedOperationRules());
}

} // namespace

void OperationTablesTest::initTestCase()
{
    QFile file(QString::fromUtf8(TRAILGLASS_FIXTURES) + u"/../../docs/adding-a-source.md"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_document = QString::fromUtf8(file.readAll());
}

QString OperationTablesTest::row(const QString &vendor, Operation operation, const QString &heading) const
{
    const QString section = m_document.section(u"\n### "_s + vendor + u'\n', 1, 1).section(u"\n### "_s, 0, 0);
    const QString table = section.section(heading, 1, 1).section(u"\n\n"_s, 0, 0);
    return table.section(u"\n| "_s + toQString(name(operation)) + u" |"_s, 1, 1).section(u'\n', 0, 0);
}

void OperationTablesTest::documentsEveryRule_data()
{
    everyVendor();
}

void OperationTablesTest::documentsEveryRule()
{
    QFETCH(QList<OperationRule>, rules);
    const QString vendor = QString::fromUtf8(QTest::currentDataTag());
    QVERIFY(!rules.isEmpty());
    qsizetype documented = 0;
    for (int index = 0; index <= static_cast<int>(Operation::Other); ++index)
        documented += row(vendor, static_cast<Operation>(index), u"| words"_s).count(u'`') / 2;
    QCOMPARE(documented, rules.size());
    for (const OperationRule &rule : std::as_const(rules)) {
        const QString words = row(vendor, rule.operation, u"| words"_s);
        QVERIFY2(words.contains(u'`' + toQString(rule.word) + u'`'), rule.word.data());
    }
}

void OperationTablesTest::documentsEveryEventTypeOfAsana()
{
    for (const AsanaEventType &type : asanaEventTypes()) {
        const QString types = row(u"Asana"_s, type.operation, u"| event types"_s);
        QVERIFY2(types.contains(u'`' + toQString(type.type) + u'`'), type.type.data());
    }
}

void OperationTablesTest::hasNoRuleThatAnEarlierOneHides_data()
{
    everyVendor();
}

void OperationTablesTest::hasNoRuleThatAnEarlierOneHides()
{
    QFETCH(QList<OperationRule>, rules);
    for (const OperationRule &rule : std::as_const(rules)) {
        std::string_view word = rule.word;
        if (word.ends_with('*'))
            word.remove_suffix(1);
        const auto first = std::ranges::find_if(rules, [&](const OperationRule &earlier) {
            return operationFor(word, {&earlier, 1}) != Operation::Other;
        });
        QVERIFY2(first->word == rule.word, rule.word.data());
    }
}

void OperationTablesTest::cutsWordsApart_data()
{
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<bool>("fits");
    QTest::newRow("alone") << QByteArray("role") << true;
    QTest::newRow("capitals") << QByteArray("ROLE") << true;
    QTest::newRow("underscores") << QByteArray("_user_role_") << true;
    QTest::newRow("camel case") << QByteArray("userRoleChanged") << true;
    QTest::newRow("dots and dashes") << QByteArray("user.role-changed") << true;
    QTest::newRow("after letters") << QByteArray("parole") << false;
    QTest::newRow("before letters") << QByteArray("roles") << false;
    QTest::newRow("beside digits") << QByteArray("role2") << false;
    QTest::newRow("after a word like it") << QByteArray("roles role") << true;
    QTest::newRow("other scripts") << QByteArray("роль role日本") << true;
    QTest::newRow("empty") << QByteArray() << false;
}

void OperationTablesTest::cutsWordsApart()
{
    QFETCH(QByteArray, action);
    QFETCH(bool, fits);
    constexpr OperationRule Rule{"role", Operation::Grant};
    QCOMPARE(operationFor(action.toStdString(), {&Rule, 1}) == Operation::Grant, fits);
}

TRAILGLASS_TEST(OperationTablesTest)
#include "tst_operationtables.moc"
