// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/credentials/sessionsecretstore.h"
#include "tests/credentials/awaited.h"
#include "tests/credentials/filedsecrets.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

class SessionSecretStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatIsWritten();
    void saysNotFoundAndWhatToDo();
    void forgetsWhatIsRemoved();
    void removesWhatIsNotThere();
    void callsBackOnceAndNeverBeforeTheCallReturns();
    void readsWhatWasThereWhenAsked();
    void dropsTheCallbacksOfADestroyedStore();
};

void SessionSecretStoreTest::keepsWhatIsWritten()
{
    SessionSecretStore store;
    Awaited<void> written;
    Awaited<FiledSecret> read;
    store.write(u"a"_s, filed("old"), written.callback());
    store.write(u"a"_s, filed("new"), written.callback());
    store.write(u"b"_s, filed("other"), written.callback());
    store.read(u"a"_s, read.callback());
    QCOMPARE(read.wait().value(), filed("new"));
    QCOMPARE(written.calls(), 3);
    QVERIFY(written.wait().hasValue());
}

void SessionSecretStoreTest::saysNotFoundAndWhatToDo()
{
    SessionSecretStore store;
    Awaited<FiledSecret> read;
    store.read(u"a"_s, read.callback());
    QCOMPARE(read.wait().error().kind, ErrorKind::NotFound);
    QVERIFY(read.wait().error().message.contains(u"again"));
}

void SessionSecretStoreTest::forgetsWhatIsRemoved()
{
    SessionSecretStore store;
    Awaited<void> done;
    Awaited<FiledSecret> read;
    store.write(u"a"_s, filed("value"), done.callback());
    store.remove(u"a"_s, done.callback());
    store.read(u"a"_s, read.callback());
    QCOMPARE(read.wait().error().kind, ErrorKind::NotFound);
}

void SessionSecretStoreTest::removesWhatIsNotThere()
{
    SessionSecretStore store;
    Awaited<void> removed;
    store.remove(u"a"_s, removed.callback());
    QVERIFY(removed.wait().hasValue());
}

void SessionSecretStoreTest::callsBackOnceAndNeverBeforeTheCallReturns()
{
    SessionSecretStore store;
    Awaited<void> done;
    Awaited<FiledSecret> read;
    store.write(u"a"_s, filed("value"), done.callback());
    QCOMPARE(done.calls(), 0);
    store.read(u"a"_s, read.callback());
    QCOMPARE(read.calls(), 0);
    QVERIFY(read.wait().hasValue());
    QCOMPARE(read.calls(), 1);
    QCOMPARE(done.calls(), 1);
}

void SessionSecretStoreTest::readsWhatWasThereWhenAsked()
{
    SessionSecretStore store;
    Awaited<void> done;
    Awaited<FiledSecret> read;
    store.write(u"a"_s, filed("value"), done.callback());
    store.read(u"a"_s, read.callback());
    store.remove(u"a"_s, done.callback());
    QCOMPARE(read.wait().value(), filed("value"));
}

void SessionSecretStoreTest::dropsTheCallbacksOfADestroyedStore()
{
    Awaited<FiledSecret> read;
    SessionSecretStore().read(u"a"_s, read.callback());
    SessionSecretStore other;
    Awaited<FiledSecret> later;
    other.read(u"a"_s, later.callback());
    QVERIFY(!later.wait().hasValue());
    QCOMPARE(read.calls(), 0);
}

TRAILGLASS_TEST(SessionSecretStoreTest)
#include "tst_sessionsecretstore.moc"
