// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/json/jsonvalue.h"

#include <QtGlobal>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Trailglass {

/// A JSON value and the values in it, found in one pass and in bounded memory.
///
/// Objects and arrays with more than MaxChildren are closed: what is in them is not listed. So are those that
/// are under way when MaxValues are listed, except the outermost.
/// \thread any, const
class ValueTree
{
public:
    static constexpr quint32 MaxChildren = 20'000;
    static constexpr quint32 MaxValues = 200'000;

    struct Node
    {
        JsonValueView value; ///< all its bytes
        std::string_view name; ///< of a member, with quotes; empty for an element and for the root
        quint32 end = 0; ///< the node after everything that is in it
        bool isClosed = false; ///< an object or array of which the values are not listed
    };

    /// \param owner  what the bytes are part of; null when somebody else keeps them
    /// \returns nothing when \a bytes do not begin with a JSON value
    [[nodiscard]] static std::optional<ValueTree> read(std::string_view bytes,
                                                       std::shared_ptr<const std::string> owner = {});

    /// In the order of the text; each followed by what is in it. The first is the whole.
    [[nodiscard]] const std::vector<Node> &nodes() const { return m_nodes; }
    /// The members or elements of a node, in order.
    [[nodiscard]] std::vector<quint32> childrenOf(quint32 node) const;
    /// Whether something is not listed.
    [[nodiscard]] bool isCut() const { return m_isCut; }
    [[nodiscard]] const std::shared_ptr<const std::string> &owner() const { return m_owner; }

private:
    class Reading;

    std::shared_ptr<const std::string> m_owner;
    std::vector<Node> m_nodes;
    bool m_isCut = false;
};

/// The name of a member without quotes and escapes; empty for an element.
/// \thread any
[[nodiscard]] std::string memberName(const ValueTree::Node &node);

} // namespace Trailglass
