// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/dictionarystrings.h"

#include "models/store/dictionary.h"
#include "models/store/sqlconnection.h"
#include "models/store/workspace.h"
#include "tests/runner/testclass.h"

#include "tests/store/storetesting.h"

#include <QRegularExpression>
#include <QTemporaryDir>

#include <algorithm>
#include <map>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int Actors = 3000;

} // namespace

/// A dictionary with enough actors that a few codes are looked up singly, and for many it is read whole.
class DictionaryStringsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void returnsTheTextOfEachCode_data();
    void returnsTheTextOfEachCode();
    void findsTextsThatWereAddedLater_data();
    void findsTextsThatWereAddedLater();
    void returnsAnEmptyTextForRemovedCodes_data();
    void returnsAnEmptyTextForRemovedCodes();

private:
    static void addCounts();
    void commit(const std::string &prefix, int actors);
    std::map<qint64, std::string> expected() const;
    void verifyTexts(DictionaryStrings &texts, int limit) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EventWriter> m_writer;
    std::unique_ptr<SqlConnection> m_connection;
    SourceId m_source;
};

void DictionaryStringsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_connection.reset();
    m_writer.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_writer = std::move(*EventWriter::open(m_folder->path()));
    m_source = *m_writer->addSource(source(u"team"_s));
    commit("first", Actors);
    m_connection = std::move(*SqlConnection::openForReading(m_folder->path()));
}

void DictionaryStringsTest::commit(const std::string &prefix, int actors)
{
    std::vector<Event> events;
    for (int count = 0; count < actors; ++count) {
        events.push_back(makeEvent(prefix + std::to_string(count)));
        events.back().actor.id = prefix + " actor " + std::to_string(count);
    }
    VERIFY_RESULT(m_writer->commit(page(m_source, std::move(events))));
}

std::map<qint64, std::string> DictionaryStringsTest::expected() const
{
    std::map<qint64, std::string> texts;
    const auto read =
        readDictionary(*m_connection, Field::ActorId, -1,
                       [&texts](qint64 code, std::string_view text) { texts.emplace(code, text); });
    return read ? texts : std::map<qint64, std::string>();
}

/// Looks up some codes in descending order, each of them twice.
void DictionaryStringsTest::verifyTexts(DictionaryStrings &texts, int limit) const
{
    const auto known = expected();
    QVERIFY(!known.empty());
    int asked = 0;
    for (auto entry = known.rbegin(); entry != known.rend() && asked < limit; ++entry, ++asked) {
        for (int time = 0; time < 2; ++time) {
            const auto text = texts.text(Schema::Dictionary::Actor, entry->first);
            VERIFY_RESULT(text);
            QCOMPARE(*text, std::string_view(entry->second));
        }
    }
}

void DictionaryStringsTest::addCounts()
{
    QTest::addColumn<int>("asked");

    QTest::newRow("a few") << 10;
    QTest::newRow("all") << 2 * Actors;
}

void DictionaryStringsTest::returnsTheTextOfEachCode_data()
{
    addCounts();
}

void DictionaryStringsTest::returnsTheTextOfEachCode()
{
    QFETCH(const int, asked);
    DictionaryStrings texts(*m_connection);
    verifyTexts(texts, asked);
    QVERIFY(texts.text(Schema::Dictionary::Actor, 0)->empty());
    QVERIFY(texts.text(Schema::Dictionary::Action, 1)->empty());
}

void DictionaryStringsTest::findsTextsThatWereAddedLater_data()
{
    addCounts();
}

void DictionaryStringsTest::findsTextsThatWereAddedLater()
{
    QFETCH(const int, asked);
    DictionaryStrings texts(*m_connection);
    verifyTexts(texts, asked);
    commit("later", 50);
    verifyTexts(texts, asked);
}

void DictionaryStringsTest::returnsAnEmptyTextForRemovedCodes_data()
{
    addCounts();
}

void DictionaryStringsTest::returnsAnEmptyTextForRemovedCodes()
{
    QFETCH(const int, asked);
    const qint64 gone = expected().rbegin()->first - 5;
    const auto writing = SqlConnection::openForWriting(WorkspacePaths::of(m_folder->path()).database);
    VERIFY_RESULT((*writing)->execute("DELETE FROM dictionary WHERE dictionary = 3 AND code = "
                                      + std::to_string(gone)));
    DictionaryStrings texts(*m_connection);
    verifyTexts(texts, asked);
    const auto text = texts.text(Schema::Dictionary::Actor, gone);
    VERIFY_RESULT(text);
    QVERIFY(text->empty());
    QVERIFY(texts.text(Schema::Dictionary::Actor, 1'000'000)->empty());
}

TRAILGLASS_TEST(DictionaryStringsTest)
#include "tst_dictionarystrings.moc"
