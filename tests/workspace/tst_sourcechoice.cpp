// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/sourcechoice.h"

#include "models/store/eventreader.h"
#include "tests/runner/testclass.h"

#include "tests/workspace/workspacetesting.h"

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

class SourceChoiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_workspace = std::make_unique<Workspace>();
        m_workspace->addSource(u"work"_s);
        m_workspace->addSource(u"home"_s);
        m_workspace->remove(m_workspace->addSource(u"gone"_s), EventWriter::Purge::No);
    }

    void choosesActiveSources_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QStringList>("chosen");
        QTest::newRow("without names, all that are not removed")
            << QStringList() << QStringList{u"home"_s, u"work"_s};
        QTest::newRow("in the order of the names")
            << QStringList{u"work"_s, u"home"_s} << QStringList{u"work"_s, u"home"_s};
        QTest::newRow("each once") << QStringList{u"work"_s, u"work"_s} << QStringList{u"work"_s};
    }

    void choosesActiveSources()
    {
        QFETCH(const QStringList, names);
        QFETCH(const QStringList, chosen);

        const auto sources = activeSources(*reader(), names);

        QVERIFY(sources);
        QStringList found;
        for (const SourceRecord &source : *sources)
            found << source.name;
        QCOMPARE(found, chosen);
    }

    void refusesNamesThatCannotBeUsed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isListed");
        QTest::addColumn<QString>("part");
        QTest::newRow("a typing mistake") << u"wrok"_s << false << u"“work”"_s;
        QTest::newRow("a stranger") << u"elsewhere"_s << false << u"“elsewhere”"_s;
        QTest::newRow("invisible characters") << u"wo\u202erk"_s << false << u"<U+202E>"_s;
        QTest::newRow("a removed source") << u"gone"_s << true << u"Add it again"_s;
    }

    void refusesNamesThatCannotBeUsed()
    {
        QFETCH(const QString, name);
        QFETCH(const bool, isListed);
        QFETCH(const QString, part);

        const auto active = activeSource(m_workspace->folder(), name);

        QVERIFY(!active);
        QCOMPARE(active.error().kind, ErrorKind::Usage);
        QVERIFY2(active.error().message.contains(part), qPrintable(active.error().message));
        QCOMPARE(listedSource(m_workspace->folder(), name).hasValue(), isListed);
        QVERIFY(!activeSources(*reader(), {u"work"_s, name}));
    }

    void namesSourcesWhoseEventsRemain()
    {
        QCOMPARE(sourceNames(*reader()).value(), (QStringList{u"gone"_s, u"home"_s, u"work"_s}));
    }

private:
    [[nodiscard]] std::unique_ptr<EventReader> reader() const
    {
        return EventReader::open(m_workspace->folder()).value();
    }

    std::unique_ptr<Workspace> m_workspace;
};

TRAILGLASS_TEST(SourceChoiceTest)
#include "tst_sourcechoice.moc"
