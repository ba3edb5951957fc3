// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/changes/valuetree.h"

#include "models/json/jsonstring.h"
#include "models/json/jsontokenreader.h"

#include <utility>

namespace Trailglass {

/// One pass over a text.
class ValueTree::Reading
{
public:
    Reading(ValueTree &tree, std::string_view bytes)
        : m_tree(tree)
        , m_bytes(bytes)
        , m_reader(bytes)
    {
    }

    /// \returns whether the text is a whole value
    bool run()
    {
        using Token = JsonTokenReader::Token;
        for (;;) {
            switch (m_reader.next()) {
            case Token::Name:
                m_name = m_reader.value().token;
                break;
            case Token::Scalar:
                addScalar();
                break;
            case Token::BeginObject:
            case Token::BeginArray:
                open();
                break;
            case Token::End:
                close();
                break;
            case Token::Done:
                return true;
            case Token::Broken:
                return false;
            }
        }
    }

private:
    struct Open
    {
        quint32 node = 0;
        std::size_t start = 0; ///< of its bracket
        quint32 children = 0;
        bool isListed = true; ///< its bracket is a node
    };

    /// \returns whether the value that begins here has a node
    bool count()
    {
        if (m_open.empty())
            return true;
        Open &around = m_open.back();
        if (!around.isListed || m_tree.m_nodes[around.node].isClosed)
            return false;
        const bool hasRoom = m_open.size() == 1 || m_tree.m_nodes.size() < MaxValues;
        if (++around.children <= MaxChildren && hasRoom)
            return true;
        m_tree.m_nodes.resize(around.node + 1);
        m_tree.m_nodes.back().isClosed = true;
        m_tree.m_isCut = true;
        return false;
    }

    void add(const JsonValueView &value)
    {
        m_tree.m_nodes.push_back({value, m_name, static_cast<quint32>(m_tree.m_nodes.size() + 1), false});
    }

    void addScalar()
    {
        if (count())
            add(m_reader.value());
        m_name = {};
    }

    void open()
    {
        const bool isListed = count();
        const auto node = static_cast<quint32>(m_tree.m_nodes.size());
        if (isListed)
            add(m_reader.value());
        m_name = {};
        m_open.push_back({node, m_reader.start(), 0, isListed});
    }

    void close()
    {
        const Open closed = m_open.back();
        m_open.pop_back();
        if (!closed.isListed)
            return;
        Node &node = m_tree.m_nodes[closed.node];
        node.value.token = m_bytes.substr(closed.start, m_reader.position() - closed.start);
        node.end = static_cast<quint32>(m_tree.m_nodes.size());
    }

    ValueTree &m_tree;
    std::string_view m_bytes;
    JsonTokenReader m_reader;
    std::string_view m_name;
    std::vector<Open> m_open;
};

std::optional<ValueTree> ValueTree::read(std::string_view bytes, std::shared_ptr<const std::string> owner)
{
    ValueTree tree;
    tree.m_owner = std::move(owner);
    if (!Reading(tree, bytes).run())
        return std::nullopt;
    return tree;
}

std::vector<quint32> ValueTree::childrenOf(quint32 node) const
{
    std::vector<quint32> children;
    for (quint32 child = node + 1; child < m_nodes[node].end; child = m_nodes[child].end)
        children.push_back(child);
    return children;
}

std::string memberName(const ValueTree::Node &node)
{
    return node.name.empty() ? std::string() : decodeJsonString(insideOf(node.name));
}

} // namespace Trailglass
