"""Words to a Question: language, municipalities, what is asked, topic, follow-up."""
