"""What stands around the rules and is none of them: menus, adverts, mails, chats, running heads."""
