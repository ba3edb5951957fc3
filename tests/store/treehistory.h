// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/store/eventwriter.h"
#include "models/store/treereader.h"
#include "tests/crash/faultvfs.h"
#include "tests/merkle/naivetree.h"

#include <QString>
#include <QTemporaryDir>

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace Trailglass::Testing {

/// A generated life of a workspace with two writers, with disks that fail and programs that are killed, beside a list of the
/// leaves that its tree must have.
///
/// Leaves of events and their order come from the rules of EventWriter::commit() in their simplest form. The texts of
/// records are read from the tree, where they must stand at the expected places and be of the expected kinds.
class TreeHistory
{
public:
    explicit TreeHistory(unsigned seed);

    /// Something happens: a page, one that is refused, one while the disk fails, one while the program is killed, a purge, a
    /// retry, a writer that is opened again, a review, a mark, a note.
    void step();
    /// Purges what is half purged, and closes both writers.
    void end();

    /// Compares all that the tree says with the list.
    /// \returns the first difference; empty: there is none
    [[nodiscard]] QString compare();

    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] qint64 size() const { return static_cast<qint64>(m_leaves.size()); }
    [[nodiscard]] qint64 goneLeaves() const;
    [[nodiscard]] qint64 eventLeaves() const;
    [[nodiscard]] qint64 recordLeaves() const { return size() - eventLeaves() - goneLeaves(); }

    /// What the generated faults have come to so far.
    struct Faults
    {
        int failed = 0; ///< pages that were not stored, because the disk failed
        int killed = 0; ///< programs
        int lost = 0; ///< pages of these that were not stored
    };
    [[nodiscard]] const Faults &faults() const { return m_faults; }

private:
    struct Leaf
    {
        std::string kind; ///< of a record; empty for an event
        Digest hash = {}; ///< of a record: once it was read
        bool isGone = false;
        qint64 source = 0; ///< of what a purge of it takes
    };
    struct Listed
    {
        Event event;
        qint64 leaf = 0;
    };
    struct Account
    {
        SourceId id;
        std::string name;
        std::map<std::string, Listed> events; ///< by id
        std::map<std::string, std::vector<std::string>> conflicts; ///< JSON kept in the quarantine, by id
        std::set<std::string> unreadable;
        bool isHidden = false; ///< half purged
    };

    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(m_random); }
    EventWriter &anyWriter() { return *m_writers[static_cast<std::size_t>(below(2))]; }
    Account *anyAccount();
    Event anyEvent();
    PageCommit anyPage(const Account &account);

    void addSource();
    void commitPage();
    void refusePage();
    void failDisk();
    void killProgram();
    void purge(bool isInterrupted);
    void retry();
    void reopen();
    void review();
    void mark();
    void writeNote();

    void notePage(Account &account, const PageCommit &commit);
    void noteEvents(Account &account, const std::vector<Event> &events, UtcMicros received,
                    std::vector<Event> &conflicts);
    void noteConflict(Account &account, const Event &event);
    void noteRecord(const std::string &kind, qint64 source);
    void notePurged(Account &account);
    QString readRecords(const TreeReader &reader);
    QString compareLeaves(const TreeReader &reader) const;

    QTemporaryDir m_folder;
    FaultVfs m_disk; ///< before the writers, whose databases it holds
    std::mt19937 m_random;
    std::array<std::unique_ptr<EventWriter>, 2> m_writers;
    std::vector<std::unique_ptr<Account>> m_accounts;
    std::vector<Leaf> m_leaves;
    Faults m_faults;
    int m_names = 0;
    int m_texts = 0; ///< each JSON is another one
};

} // namespace Trailglass::Testing
