#include "cli/commands.hpp"
namespace tumen::cli { void add_explain(CLI::App&, Session&) {} }
