// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/store/treehistory.h"

#include "tests/store/leafmodel.h"
#include "tests/store/storetesting.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <iterator>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

using namespace Qt::StringLiterals;

namespace Trailglass::Testing {

namespace {

constexpr const char *VendorName = "paradime";

/// Most of the calls with which SQLite stores a page.
constexpr int CallsOfPage = 60;
/// The same for a program that opens the workspace, stores a page and closes it.
constexpr int CallsOfProgram = 160;

template <class Value>
Value expectValue(Result<Value> result)
{
    if (!result)
        qFatal("%s | %s", qPrintable(result.error().message), qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<Value>)
        return *std::move(result);
}

} // namespace

TreeHistory::TreeHistory(unsigned seed)
    : m_random(seed)
{
    for (auto &writer : m_writers)
        writer = expectValue(EventWriter::open(m_folder.path()));
    noteRecord("started", 0);
    addSource();
    addSource();
}

void TreeHistory::step()
{
    const int choice = below(26);
    if (choice < 11)
        commitPage();
    else if (choice < 12)
        refusePage();
    else if (choice < 14)
        failDisk();
    else if (choice < 16)
        killProgram();
    else if (choice < 17)
        purge(below(2) == 0);
    else if (choice < 19)
        retry();
    else if (choice < 20)
        addSource();
    else if (choice < 21)
        review();
    else if (choice < 23)
        mark();
    else if (choice < 24)
        writeNote();
    else
        reopen();
}

void TreeHistory::end()
{
    for (auto &writer : m_writers)
        writer.reset();
    expectValue(EventWriter::open(m_folder.path())); // finishes purges
    for (const auto &account : m_accounts) {
        if (account->isHidden)
            notePurged(*account);
    }
    std::erase_if(m_accounts, [](const auto &account) { return account->isHidden; });
}

TreeHistory::Account *TreeHistory::anyAccount()
{
    std::vector<Account *> listed;
    for (const auto &account : m_accounts) {
        if (!account->isHidden)
            listed.push_back(account.get());
    }
    return listed.empty() ? nullptr
                          : listed[static_cast<std::size_t>(below(static_cast<int>(listed.size())))];
}

/// One of few ids, sometimes with a revision: it may be new, a duplicate, a newer version or a conflict.
Event TreeHistory::anyEvent()
{
    const std::string id = "id " + std::to_string(below(60));
    const int revision = below(4);
    // Some come again with the bytes they had.
    const int text = below(3) == 0 ? below(4) : 1'000 + ++m_texts;
    Event event = makeEvent(id, "{\"n\":" + std::to_string(text) + "}",
                            revision == 0 ? std::nullopt : std::optional(UtcMicros{m_texts}));
    event.created = Noon + below(1'000'000);
    event.action = "action " + std::to_string(below(5));
    return event;
}

void TreeHistory::addSource()
{
    auto account = std::make_unique<Account>();
    account->name = "source " + std::to_string(++m_names);
    account->id = expectValue(anyWriter().addSource(
        source(QString::fromStdString(account->name), QString::fromLatin1(VendorName))));
    m_accounts.push_back(std::move(account));
}

PageCommit TreeHistory::anyPage(const Account &account)
{
    PageCommit commit = page(account.id, {});
    for (int count = below(60); count > 0; --count)
        commit.events.push_back(anyEvent());
    commit.received = Noon + UtcMicros::PerDay + below(1'000'000);
    for (int count = below(3); count > 0; --count) {
        const std::string broken = "broken " + std::to_string(below(20));
        commit.unreadable.push_back({.bytes = QByteArray::fromStdString(broken),
                                     .length = static_cast<qint64>(broken.size()),
                                     .offset = count,
                                     .reason = u"not “JSON”"_s});
    }
    for (int count = below(3); count > 0; --count)
        commit.covered.push_back({.window = {.from = Noon, .to = {}}, .answered = Noon, .pages = count});
    return commit;
}

void TreeHistory::commitPage()
{
    Account *const account = anyAccount();
    if (!account)
        return;
    const PageCommit commit = anyPage(*account);
    expectValue(anyWriter().commit(commit));
    notePage(*account, commit);
}

/// The page is stored up to its last step, and then nothing of it.
void TreeHistory::refusePage()
{
    const Account *const account = anyAccount();
    if (!account)
        return;
    PageCommit commit = anyPage(*account);
    commit.events.push_back(anyEvent());
    // No such row: found out after the events are stored.
    commit.retried.assign(commit.events.size(), 999'999);
    if (anyWriter().commit(commit))
        qFatal("a page with rows that are not there was stored");
}

/// One of the calls that store a page fails, and the program goes on.
void TreeHistory::failDisk()
{
    Account *const account = anyAccount();
    if (!account)
        return;
    const PageCommit commit = anyPage(*account);
    EventWriter &writer = anyWriter();
    m_disk.start(DiskFault{.kind = DiskFault::Kind::Once, .call = 1 + below(CallsOfPage)});
    const bool isStored = writer.commit(commit).hasValue();
    const bool hasFailed = m_disk.stop();
    if (!isStored && !hasFailed)
        qFatal("a page was not stored, and the disk is well");
    if (isStored)
        notePage(*account, commit);
    else
        ++m_faults.failed;
}

/// Another program stores a page, and is killed at one of its calls, or at none: the page is stored whole or not at all.
void TreeHistory::killProgram()
{
    Account *const account = anyAccount();
    if (!account)
        return;
    const PageCommit commit = anyPage(*account);
    const DiskFault kill{.kind = DiskFault::Kind::Kill, .call = 1 + below(CallsOfProgram)};
    for (auto &writer : m_writers)
        writer.reset(); // SQLite must not be taken into another process
    const pid_t child = ::fork();
    if (child == 0) {
        m_disk.start(kill);
        bool isStored = false;
        if (const auto writer = EventWriter::open(m_folder.path(), EventWriter::OpenPurges::Left); writer)
            isStored = (*writer)->commit(commit).hasValue();
        ::_exit(isStored ? 0 : 1);
    }
    int status = 0;
    if (child < 0 || ::waitpid(child, &status, 0) != child)
        qFatal("there is no other program");
    const bool isKilled = WIFSIGNALED(status);
    if (isKilled ? WTERMSIG(status) != SIGKILL : WEXITSTATUS(status) != 0)
        qFatal("the program ended otherwise");
    for (auto &writer : m_writers)
        writer = expectValue(EventWriter::open(m_folder.path(), EventWriter::OpenPurges::Left));
    m_faults.killed += isKilled ? 1 : 0;
    // If there are more leaves, they are all those of the page: compare() says so.
    if (expectValue(expectValue(TreeReader::open(m_folder.path()))->size()) > size())
        notePage(*account, commit);
    else if (isKilled)
        ++m_faults.lost;
}

void TreeHistory::notePage(Account &account, const PageCommit &commit)
{
    std::vector<Event> conflicts;
    noteEvents(account, commit.events, commit.received, conflicts);
    for (const Event &event : conflicts)
        noteConflict(account, event);
    for (const Quarantined &unreadable : commit.unreadable) {
        if (account.unreadable.insert(unreadable.bytes.toStdString()).second)
            noteRecord("quarantined", account.id.value);
    }
    for (std::size_t count = commit.covered.size(); count > 0; --count)
        noteRecord("coverage", account.id.value);
}

void TreeHistory::noteEvents(Account &account, const std::vector<Event> &events, UtcMicros received,
                             std::vector<Event> &conflicts)
{
    for (const Event &event : events) {
        const auto known = account.events.find(event.id);
        std::optional<qint64> replaces;
        if (known != account.events.end()) {
            if (known->second.event.raw == event.raw)
                continue;
            if (event.revised <= known->second.event.revised) {
                conflicts.push_back(event);
                continue;
            }
            replaces = known->second.leaf;
            m_leaves[static_cast<std::size_t>(*replaces)].isGone = true;
        }
        account.events[event.id] = {.event = event, .leaf = size()};
        m_leaves.push_back({.kind = {},
                            .hash = modelEventLeaf(account.name, VendorName, event, received, replaces),
                            .source = account.id.value});
    }
}

/// Of an event the first other version is kept, and the latest.
void TreeHistory::noteConflict(Account &account, const Event &event)
{
    std::vector<std::string> &kept = account.conflicts[event.id];
    if (std::ranges::find(kept, event.raw) != kept.end())
        return;
    noteRecord("quarantined", account.id.value);
    if (kept.size() == 2) {
        noteRecord("removed", account.id.value);
        kept.pop_back();
    }
    kept.push_back(event.raw);
}

void TreeHistory::noteRecord(const std::string &kind, qint64 source)
{
    m_leaves.push_back({.kind = kind, .source = source});
}

void TreeHistory::purge(bool isInterrupted)
{
    Account *const account = anyAccount();
    if (!account || m_accounts.size() < 2)
        return;
    CancelSource cancel;
    const CancelToken token = cancel.token();
    if (isInterrupted)
        cancel.cancel();
    const Result<void> removed = anyWriter().removeSource(account->id, EventWriter::Purge::Yes, token);
    if (removed.hasValue() == isInterrupted)
        qFatal("a purge ended otherwise");
    noteRecord("purged", 0);
    account->isHidden = true;
    if (isInterrupted)
        return;
    notePurged(*account);
    std::erase_if(m_accounts, [account](const auto &each) { return each.get() == account; });
}

/// A purge is over: of what the source had, only hashes are left.
void TreeHistory::notePurged(Account &account)
{
    for (Leaf &leaf : m_leaves) {
        if (leaf.source == account.id.value)
            leaf.isGone = true;
    }
}

/// An unreadable row is read as an event after all.
void TreeHistory::retry()
{
    Account *const account = anyAccount();
    if (!account)
        return;
    std::vector<QuarantineEntry> rows =
        expectValue(expectValue(EventReader::open(m_folder.path()))->quarantine({.source = account->id}));
    std::erase_if(rows, [](const QuarantineEntry &row) { return row.kind == QuarantineKind::Conflict; });
    if (rows.empty())
        return;
    const QuarantineEntry &row = rows.front();
    Event event = makeEvent("retried " + std::to_string(++m_names));
    PageCommit commit = page(account->id, {event});
    commit.retried = {row.id};
    expectValue(anyWriter().commit(commit));
    std::vector<Event> none;
    noteEvents(*account, {event}, commit.received, none);
    noteRecord("removed", account->id.value);
    account->unreadable.erase(row.bytes.toStdString());
}

void TreeHistory::reopen()
{
    auto &writer = m_writers[static_cast<std::size_t>(below(2))];
    writer.reset();
    // A purge that another writer has begun may be finished by this one, or left.
    writer = expectValue(EventWriter::open(m_folder.path(), EventWriter::OpenPurges::Left));
}

/// With a note that looks like a record of a source.
void TreeHistory::review()
{
    expectValue(anyWriter().review({.at = Noon + below(1'000'000),
                                    .reviewer = u"ann"_s,
                                    .name = u"default"_s,
                                    .note = u"\"source\":\"source 1\""_s}));
    noteRecord("reviewed", 0);
}

/// Sets the mark of an event, or removes it.
void TreeHistory::mark()
{
    Account *const account = anyAccount();
    if (!account || account->events.empty())
        return;
    const auto event = std::next(account->events.begin(), below(static_cast<int>(account->events.size())));
    const bool isRemoved = below(4) == 0;
    const qint64 changed = expectValue(anyWriter().setMarks(
        {.events = {{QString::fromStdString(account->name), event->first}},
         .colour = isRemoved ? std::nullopt : std::optional(static_cast<MarkColour>(below(6))),
         .reviewer = u"ann"_s,
         .at = Noon + below(1'000'000)}));
    if (changed > 0)
        noteRecord("marked", account->id.value);
}

/// Writes the note on an event, or removes it. Its text looks like a record of a source.
void TreeHistory::writeNote()
{
    Account *const account = anyAccount();
    if (!account || account->events.empty())
        return;
    const auto event = std::next(account->events.begin(), below(static_cast<int>(account->events.size())));
    const bool isRemoved = below(4) == 0;
    const bool isChange = expectValue(
        anyWriter().setNote({.event = {QString::fromStdString(account->name), event->first},
                             .note = isRemoved ? QString() : u"\"source\":\"source %1\""_s.arg(below(4)),
                             .reviewer = u"ann"_s,
                             .at = Noon + below(1'000'000)}));
    if (isChange)
        noteRecord("noted", account->id.value);
}

qint64 TreeHistory::goneLeaves() const
{
    return std::ranges::count_if(m_leaves, &Leaf::isGone);
}

qint64 TreeHistory::eventLeaves() const
{
    return std::ranges::count_if(m_leaves,
                                 [](const Leaf &leaf) { return !leaf.isGone && leaf.kind.empty(); });
}

QString TreeHistory::compare()
{
    const auto reader = expectValue(TreeReader::open(m_folder.path()));
    if (const qint64 found = expectValue(reader->size()); found != size())
        return u"the tree has %1 leaves in place of %2"_s.arg(found).arg(size());
    if (const QString problem = readRecords(*reader); !problem.isEmpty())
        return problem;
    if (const QString problem = compareLeaves(*reader); !problem.isEmpty())
        return problem;
    std::vector<Digest> hashes;
    for (const Leaf &leaf : m_leaves)
        hashes.push_back(leaf.hash);
    const NaiveTree naive(std::move(hashes));
    const Digest root = naive.root(size());
    if (expectValue(reader->root()) != root)
        return u"it has another root"_s;
    const auto head = expectValue(reader->lastHead());
    if (!head || head->root != root)
        return u"the last commit has another root"_s;
    const NodeReader nodes = [&reader](int level, qint64 number) {
        return reader->node(level, number);
    };
    for (int count = 0; count < 5; ++count) {
        const qint64 leaf = below(static_cast<int>(size()));
        if (expectValue(inclusionProof(leaf, size(), nodes)) != naive.inclusion(leaf, size()))
            return u"another proof is given of leaf %1"_s.arg(leaf);
        const qint64 older = below(static_cast<int>(size()) + 1);
        if (expectValue(consistencyProof(older, size(), nodes)) != naive.consistency(older, size()))
            return u"another proof is given that the first %1 leaves are the same"_s.arg(older);
        const auto olderHead = expectValue(reader->head(older));
        if (olderHead && olderHead->root != naive.root(older))
            return u"the commit that ended with %1 leaves has another root"_s.arg(older);
    }
    return {};
}

/// Reads the records that were not read yet, at the places where they must be.
QString TreeHistory::readRecords(const TreeReader &reader)
{
    for (std::size_t number = 0; number < m_leaves.size(); ++number) {
        Leaf &expected = m_leaves[number];
        if (expected.kind.empty() || expected.hash != Digest())
            continue;
        const TreeLeaf leaf = expectValue(reader.leaf(static_cast<qint64>(number)));
        if (expected.isGone) { // stored and purged since the last comparison
            expected.hash = leaf.hash;
            continue;
        }
        const QJsonObject record = QJsonDocument::fromJson(leaf.text).object();
        if (leaf.kind != TreeLeaf::Kind::Record
            || record.value(u"kind"_s).toString().toStdString() != expected.kind)
            return u"leaf %1 is not of kind %2"_s.arg(number).arg(QString::fromStdString(expected.kind));
        expected.hash = modelRecordLeaf(leaf.text);
    }
    return {};
}

QString TreeHistory::compareLeaves(const TreeReader &reader) const
{
    for (std::size_t number = 0; number < m_leaves.size(); ++number) {
        const Leaf &expected = m_leaves[number];
        const TreeLeaf leaf = expectValue(reader.leaf(static_cast<qint64>(number)));
        if (leaf.hash != expected.hash)
            return u"leaf %1 has another hash"_s.arg(number);
        const TreeLeaf::Kind kind = expected.kind.empty() ? TreeLeaf::Kind::Event : TreeLeaf::Kind::Record;
        // A purge that goes on may have come to it, or not.
        const bool isGone = leaf.kind == TreeLeaf::Kind::Gone;
        const bool isHidden = std::ranges::any_of(m_accounts, [&expected](const auto &account) {
            return account->isHidden && account->id.value == expected.source;
        });
        if (isGone != expected.isGone && !isHidden)
            return u"leaf %1 is gone, or not, where it should be the other"_s.arg(number);
        if (!isGone && leaf.kind != kind)
            return u"leaf %1 is of another kind"_s.arg(number);
    }
    return {};
}

} // namespace Trailglass::Testing
