// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/benchmarks/prooftimes.h"

#include "models/merkle/treeproofs.h"
#include "models/store/eventreader.h"
#include "models/store/treereader.h"
#include "tests/benchmarks/measurement.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <random>
#include <string>
#include <type_traits>
#include <vector>

namespace Trailglass::Benchmarks {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t Proofs = 200;

/// That an event is in the tree.
struct EventProof
{
    qint64 leaf = 0;
    Digest hash = {};
    qint64 size = 0;
    Digest root = {};
    std::vector<Digest> proof = {};
};

/// That the tree begins with another one.
struct GrowthProof
{
    qint64 older = 0; ///< leaves
    qint64 size = 0;
    Digest root = {};
    std::vector<Digest> proof = {};
};

NodeReader nodesOf(const TreeReader &tree)
{
    return [&tree](int level, qint64 number) {
        return tree.node(level, number);
    };
}

EventProof proveEvent(const TreeReader &tree, qint64 row)
{
    const std::optional<qint64> leaf = orExit(tree.leafOf(RowId{row}));
    if (!leaf)
        leave(u"An event is in no leaf."_s);
    EventProof proven{.leaf = *leaf};
    proven.size = orExit(tree.size());
    proven.root = orExit(tree.root());
    proven.hash = orExit(tree.node(0, proven.leaf));
    proven.proof = orExit(inclusionProof(proven.leaf, proven.size, nodesOf(tree)));
    return proven;
}

GrowthProof proveGrowth(const TreeReader &tree, qint64 older)
{
    GrowthProof proven{.older = older};
    proven.size = orExit(tree.size());
    proven.root = orExit(tree.root());
    proven.proof = orExit(consistencyProof(older, proven.size, nodesOf(tree)));
    return proven;
}

bool isProven(const TreeReader &, const EventProof &proven)
{
    return provesInclusion(proven.leaf, proven.size, proven.hash, proven.proof, proven.root);
}

bool isProven(const TreeReader &tree, const GrowthProof &proven)
{
    const Digest root = orExit(rootOf(proven.older, nodesOf(tree)));
    return provesConsistency(proven.older, proven.size, root, proven.root, proven.proof);
}

/// \param numbers  of rows, or sizes of trees: what \a prove makes proofs of
template <class Prove>
void measureEach(const std::string &what, const QString &workspace, const std::vector<qint64> &numbers,
                 Prove prove)
{
    using Proof = std::invoke_result_t<Prove, const TreeReader &, qint64>;
    const auto checking = orExit(TreeReader::open(workspace)); // so that the measured ones do not know more
    const auto timeOf = [&](qint64 number, const std::function<Proof()> &work) {
        Proof proven;
        const Cost cost = costOf([&] { proven = work(); });
        if (!isProven(*checking, proven))
            leave(u"The proof of %1 proves nothing."_s.arg(number));
        return cost.seconds;
    };
    std::vector<double> times;
    for (const qint64 number : numbers) {
        times.push_back(timeOf(number, [&] { return prove(*orExit(TreeReader::open(workspace)), number); }));
    }
    printPercentiles(what + ", newly opened", times);
    times.clear();
    const auto tree = orExit(TreeReader::open(workspace));
    for (const qint64 number : numbers)
        times.push_back(timeOf(number, [&] { return prove(*tree, number); }));
    printPercentiles(what + ", open", times);
}

} // namespace

void measureProofs(const QString &workspace)
{
    const RowId last = orExit(orExit(EventReader::open(workspace))->lastRow());
    std::mt19937_64 random(15);
    std::vector<qint64> numbers(Proofs);
    for (qint64 &number : numbers)
        number = 1 + static_cast<qint64>(random() % static_cast<std::uint64_t>(last.value));
    measureEach("inclusion proof", workspace, numbers, proveEvent);
    measureEach("consistency proof", workspace, numbers, proveGrowth);
}

} // namespace Trailglass::Benchmarks
